import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { calpadsFile } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import { collectPaths } from './fileSets.ts';
import { intakeLayouts } from './intakeLayouts.ts';
import { loadFiles } from './loadFiles.store.ts';

test('of a folder with a zip of two extracts, a damaged one and one of pictures, 2 files are loaded and 2 archives refused', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-sets-'));
  const vault = await openTestVault();
  try {
    const extracts = zipSync({
      'out/SENR.txt': strToU8(calpadsFile('SENR', [{}])),
      'out/schools.csv': strToU8(
        'cds,level,name,charter,type,alternative\n10621660000001,school,First,N,elementary,N\n',
      ),
    });
    writeFileSync(join(folder, 'extracts.zip'), extracts);
    writeFileSync(join(folder, 'damaged.zip'), extracts.subarray(0, 200));
    writeFileSync(join(folder, 'pictures.zip'), zipSync({ 'a.png': strToU8('no text') }));
    const said: string[] = [];
    const loading = { layouts: intakeLayouts, now: () => new Date(0) };
    for await (const { file, status, findings } of loadFiles(vault, collectPaths([folder]), loading))
      said.push([file, status, ...(status === 'refused' ? findings.map(({ rule }) => rule) : [])].join(' '));
    assert.deepEqual(said, [
      'extracts.zip: schools.csv loaded',
      'extracts.zip: SENR.txt loaded',
      'damaged.zip refused zipMustBeWhole',
      'pictures.zip refused zipMustHoldTextFiles',
    ]);
    assert.deepEqual(
      readdirSync(vault.temporary).filter((name) => name.startsWith('unpacked')),
      [],
    );
  } finally {
    await vault.close();
    rmSync(folder, { recursive: true });
  }
});
