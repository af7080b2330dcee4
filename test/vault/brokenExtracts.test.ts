import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { allExtracts } from '../../sample/students/extracts/allExtracts.ts';
import {
  type Breakage,
  breakages,
  breakExtract,
  extractKinds,
} from '../../sample/students/extracts/brokenExtracts.ts';
import { extractText } from '../../sample/students/extracts/extractFile.ts';
import { gatherDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../../sample/students/studentDistrict.ts';
import type { Vault } from '../../src/vault/store/vault.ts';
import { broken, loadText } from './intakeDistrict.ts';
import { openTestVault } from './openTestVault.ts';

const district = fresnoLike({ seed: 41, students: 280, firstYear: 2025, lastYear: 2025 });
const extracts = [...allExtracts(gatherDistrict(district))].filter((file) => file.rows.length > 0);

/** What the intake says of each defect: in all kinds of file alike, or by kind where it differs. */
type Expected = Readonly<Record<string, string>> & { readonly else?: string };
const loaded = { else: 'loaded' };
const expected: Readonly<Record<Breakage, Expected>> = {
  'shifted column': {
    else: 'refused yearMustBeOne',
    CAASPP: 'refused valueMustBeANumber',
    ELPAC: 'refused gradeMustBeKnown',
    exams: 'refused codeMustBeKnown',
    college: 'refused valueMustStand',
    places: 'refused placeMustBeNamed',
    DIRECT: 'refused dateMustBeADay',
    course_group: 'refused combinationMustHaveYears',
  },
  'wrong delimiter': { else: 'refused layoutMustBeKnown' },
  'two header lines': { else: 'refused headerMustStandOnce' },
  'byte-order mark': loaded,
  'latin-1 bytes': loaded,
  'mixed encodings': { else: 'refused encodingMustBeOne' },
  'row twice': {
    else: 'refused rowMustStandOnce',
    SINC: 'refused incidentMustStandOnce',
    CAASPP: 'refused studentMustHaveOneRecordATest',
    ELPAC: 'refused studentMustHaveOneRecordATest',
    SCSC: 'loaded rowMustStandOnce',
  },
  'SSID of nine digits': { else: 'refused ssidMustHaveTenDigits' },
  'score outside range': {
    else: 'refused scoreMustLieInItsRange',
    exams: 'refused examMustHaveYearSubjectAndScore',
  },
  'level against score': { else: 'refused levelMustFollowFromScore' },
  'reclassified twice': { else: 'refused reclassificationMustHappenOnce' },
  'exit before entry': { else: 'refused exitMustNotPrecedeStart' },
  'dangling reference': {
    else: 'loaded studentMustBeEnrolled',
    SIRS: 'refused incidentMustBeKnown',
    SOFF: 'refused incidentMustBeKnown',
    SCSC: 'refused sectionMustBeKnown',
    SASS: 'loaded staffMustBeKnown',
    CAASPP: 'loaded schoolMustBelongToTheDistrict',
    ELPAC: 'loaded schoolMustBelongToTheDistrict',
  },
};

let vault: Vault;
before(async () => {
  vault = await openTestVault({ cds: district.cds, name: district.name });
  // What others refer to.
  for (const kind of ['places', 'course_group', 'SENR', 'SINC', 'CRSC', 'SDEM'])
    assert.equal((await loadText(vault, extractText(fileOf(kind)), kind)).status, 'loaded', kind);
});
after(() => vault.close());

for (const breakage of Object.keys(breakages) as Breakage[]) {
  const kinds: readonly string[] = breakages[breakage];
  const otherwise = expected[breakage].else;
  test(`${breakage}, in ${kinds.length} kinds of file: ${otherwise}`, async () => {
    const wished = kinds.map((kind) => `${kind} ${expected[breakage][kind] ?? otherwise}`);
    const said: string[] = [];
    for (const [at, kind] of kinds.entries()) {
      const outcome = await loadText(vault, breakExtract(fileOf(kind), breakage), kind);
      const rule = expected[breakage][kind]?.split(' ')[1] ?? otherwise?.split(' ')[1] ?? '';
      const severity = outcome.status === 'refused' ? 'error' : 'note';
      const tells = broken(outcome).some((one) => one.startsWith(`${severity} ${rule} `));
      said.push([kind, outcome.status, ...(rule !== '' && tells ? [rule] : [])].join(' '));
      const finding = outcome.findings.find((one) => one.rule === rule);
      assert.ok(
        rule === '' || (finding && finding.message.length > 9 && finding.remedy.length > 9),
        wished[at],
      );
    }
    assert.deepEqual(said, wished);
  });
}

test('every kind of extract that the generator writes is broken in at least five ways', () => {
  for (const kind of extractKinds) {
    const ways = Object.values(breakages).filter((kinds: readonly string[]) => kinds.includes(kind));
    assert.ok(ways.length >= 4, `${kind} ${ways.length}`);
  }
  for (const { name } of extracts)
    assert.ok(
      extractKinds.some((kind) => name.startsWith(kind)),
      name,
    );
});

function fileOf(kind: string) {
  const file = extracts.find(({ name }) => name.startsWith(kind));
  if (!file) throw new RangeError(`the generator writes no ${kind}`);
  return file;
}
