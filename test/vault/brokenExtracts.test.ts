import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allExtracts } from '../../sample/students/extracts/allExtracts.ts';
import {
  type Breakage,
  breakageOf,
  breakages,
  breakExtract,
} from '../../sample/students/extracts/brokenExtracts.ts';
import type { ExtractFile } from '../../sample/students/extracts/extractFile.ts';
import { gatherDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../../sample/students/studentDistrict.ts';
import type { Vault } from '../../src/vault/store/vault.ts';
import { broken, loadText } from './intakeDistrict.ts';
import { openTestVault } from './openTestVault.ts';

const district = fresnoLike({ seed: 41, students: 280, firstYear: 2025, lastYear: 2025 });
const extracts = [...allExtracts(gatherDistrict(district))].filter((file) => file.rows.length > 0);

/** What the intake says first of each, in each kind of file it is tried on; `loaded` where nothing is lost. */
const expected: Readonly<Record<Breakage, readonly string[]>> = {
  'shifted column': [
    'SENR refused yearMustBeOne',
    'CAASPP refused valueMustBeANumber',
    'ELPAC refused gradeMustBeKnown',
  ],
  'wrong delimiter': [
    'SENR refused layoutMustBeKnown',
    'CAASPP refused layoutMustBeKnown',
    'ELPAC refused layoutMustBeKnown',
  ],
  'two header lines': [
    'SENR refused headerMustStandOnce',
    'CAASPP refused headerMustStandOnce',
    'ELPAC refused headerMustStandOnce',
  ],
  'byte-order mark': ['SENR loaded', 'CAASPP loaded', 'ELPAC loaded'],
  'latin-1 bytes': ['SENR loaded', 'CAASPP loaded', 'ELPAC loaded'],
  'duplicate SSID': ['CAASPP refused studentMustHaveOneRecordATest'],
  'score outside range': ['CAASPP refused scoreMustLieInItsRange'],
  'level against score': ['CAASPP refused levelMustFollowFromScore'],
  'reclassified twice': ['SELA refused reclassificationMustHappenOnce'],
  'exit before entry': ['SENR refused exitMustNotPrecedeStart'],
  'dangling reference': ['SIRS refused incidentMustBeKnown'],
};

let vault: Vault;
before(async () => {
  vault = await openTestVault({ cds: district.cds, name: district.name });
});
after(() => vault.close());

for (const breakage of breakages) {
  test(`an extract with ${breakage}: ${expected[breakage].join('; ')}`, async () => {
    const tried = extracts.filter((file) => isTried(file, breakage));
    const said: string[] = [];
    for (const file of tried) {
      const outcome = await loadText(vault, breakExtract(file, breakage), file.name);
      const [first] = broken(outcome).filter((one) => one.startsWith('error'));
      const rule = first?.split(' ')[1] ?? [];
      said.push([file.name.split('_')[0], outcome.status].concat(rule).join(' '));
    }
    assert.deepEqual(said, expected[breakage]);
  });
}

function isTried({ name }: ExtractFile, breakage: Breakage): boolean {
  const kinds = breakageOf[breakage] === '' ? ['SENR', 'CAASPP', 'ELPAC'] : [breakageOf[breakage]];
  return kinds.some((kind) => name.startsWith(kind));
}
