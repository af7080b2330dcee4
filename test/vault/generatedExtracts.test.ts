import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { allExtracts } from '../../sample/students/extracts/allExtracts.ts';
import { extractText } from '../../sample/students/extracts/extractFile.ts';
import { gatherDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../../sample/students/studentDistrict.ts';
import { intakeLayouts } from '../../src/vault/intake/intakeLayouts.ts';
import { loadFiles } from '../../src/vault/intake/loadFiles.store.ts';
import { differencesIn } from './compareOpinions.ts';
import { openTestVault } from './openTestVault.ts';

const district = fresnoLike({ seed: 31, students: 140, firstYear: 2022, lastYear: 2026 });

test('a generated district written as extracts, loaded by the intake and measured counts as its rows do', async () => {
  const generated = gatherDistrict(district);
  const folder = mkdtempSync(join(tmpdir(), 'tandem-extracts-'));
  const vault = await openTestVault({ cds: district.cds, name: district.name });
  try {
    const paths: string[] = [];
    for (const file of allExtracts(generated)) {
      if (file.rows.length === 0) continue;
      paths.push(join(folder, file.name));
      writeFileSync(join(folder, file.name), extractText(file));
    }
    const refused: string[] = [];
    const profiles = new Set<string>();
    for await (const outcome of loadFiles(vault, paths, { layouts: intakeLayouts, now: () => new Date(0) })) {
      profiles.add(`${outcome.file.split('_')[0]} ${outcome.profile}`);
      const said = outcome.rules.map(({ rule }) => rule).join(' ');
      if (outcome.status !== 'loaded') refused.push(`${outcome.file} ${outcome.status}: ${said}`);
    }
    assert.deepEqual(refused, []);
    // Each file is read by the layout of its year, or of the year next to it that is known.
    assert.deepEqual([...profiles].filter((one) => /^(SENR|CAASPP|ELPAC) /.test(one)).sort(), [
      'CAASPP 2024',
      'CAASPP 2025',
      'ELPAC 2023',
      'ELPAC 2024',
      'ELPAC 2025',
      ...[2022, 2023, 2024, 2025, 2026].map((year) => `SENR ${year}`),
    ]);
    const { measured, slices, differences } = await differencesIn(vault, generated);
    assert.deepEqual(differences.slice(0, 10), []);
    assert.equal(new Set(measured.map(({ measure }) => measure)).size, 37);
    assert.ok(slices > 20_000, `${slices} slices`);
  } finally {
    await vault.close();
    rmSync(folder, { recursive: true });
  }
});
