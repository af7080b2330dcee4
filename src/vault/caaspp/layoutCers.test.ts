import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { broken, loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import type { Vault } from '../store/vault.ts';
import { cersAliases } from './cersAliases.ts';
import { layoutCers } from './layoutCers.ts';

const fields = Object.values(cersAliases['2025']);
const plain = {
  DistrictId: '10621660000000',
  SchoolId: '10621660000001',
  StudentIdentifier: '1000000001',
  SubmitDateTime: '2025-01-15 09:30:00',
  SchoolYear: '2025',
  TestSessionId: 'CA-0001-1',
  AssessmentType: 'Interim',
  AssessmentSubType: 'ICA',
  AssessmentName: 'Grade 5 MATH ICA',
  Subject: 'Math',
  GradeLevelWhenAssessed: '5',
  Completeness: 'Complete',
  AdministrationCondition: 'SD',
  ScaleScoreAchievementLevel: '3',
  ScaleScore: '2528',
  ScaleScoreStandardError: '24',
};

function cersFile(...rows: readonly Partial<Record<keyof typeof plain, string>>[]): string {
  const lines = rows.map((row) => fields.map((name) => ({ ...plain, ...row })[name]).join(','));
  return `${[fields.join(','), ...lines].join('\n')}\n`;
}

async function inVault(work: (vault: Vault) => Promise<void>): Promise<void> {
  const vault = await openTestVault();
  try {
    await work(vault);
  } finally {
    await vault.close();
  }
}

const block = {
  AssessmentSubType: 'IAB',
  AssessmentName: 'Grade 5 MATH Fractions',
  ScaleScoreAchievementLevel: '2',
};

test('an export gives interim results by kind; summative rows are left out with a note', async () => {
  await inVault(async (vault) => {
    const outcome = await loadText(
      vault,
      cersFile({}, block, { AssessmentSubType: 'SUM', AssessmentType: 'Summative' }),
    );
    assert.deepEqual(
      [outcome.status, outcome.schoolYear, outcome.layout],
      ['loaded', 2025, 'cers 0000001:IAB:MATH 0000001:ICA:MATH'],
    );
    assert.deepEqual(broken(outcome), ['note summativeMustComeFromToms null AssessmentSubType']);
    const rows = await vault.rows({
      name: 'select',
      text: 'select ssid, kind, grade_assessed, submitted_on, scale_score, level from interim_result join student using (student_id) order by all',
      parameters: [],
    });
    assert.deepEqual(
      rows.map((row) => Object.values(row).join(' ')),
      ['1000000001 IAB 05 2025-01-15 2528 2', '1000000001 ICA 05 2025-01-15 2528 3'],
    );
    const other = await loadText(vault, cersFile({}, { StudentIdentifier: '1000000002' }));
    assert.deepEqual(broken(other), ['error rowMustStandOnce 2 StudentIdentifier']);
    const wider = await loadText(vault, cersFile({}, { ...block, ScaleScoreAchievementLevel: '1' }));
    assert.deepEqual(
      [wider.supersedes?.added, wider.supersedes?.removed, wider.supersedes?.changed],
      [0, 0, 1],
    );
  });
});

test('a lone summative export, a lost zero, another year, a level 4 of a block and a score of no grade are each refused', async () => {
  await inVault(async (vault) => {
    const of = async (row: Partial<Record<keyof typeof plain, string>>) =>
      broken(await loadText(vault, cersFile(row)));
    assert.deepEqual(await of({ AssessmentSubType: 'SUM' }), [
      'error summativeMustComeFromToms null AssessmentSubType',
    ]);
    assert.deepEqual(await of({ SchoolId: '1621660000001' }), [
      'error schoolMustBelongToTheDistrict 2 SchoolId',
    ]);
    assert.deepEqual(await of({ SubmitDateTime: '09/15/2025 10:00' }), [
      'error testDaysMustLieInOneYear 2 SubmitDateTime',
    ]);
    assert.deepEqual(await of({ ...block, ScaleScoreAchievementLevel: '4' }), [
      'error interimLevelMustFitTheKind 2 ScaleScoreAchievementLevel',
    ]);
    assert.deepEqual(await of({ ScaleScoreAchievementLevel: '4' }), [
      'error levelMustFollowFromScore 2 ScaleScoreAchievementLevel',
    ]);
    assert.deepEqual(await of({ ScaleScore: '3528' }), [
      'error scoreMustLieInItsRange 2 ScaleScore',
      'error levelMustFollowFromScore 2 ScaleScoreAchievementLevel',
    ]);
    assert.deepEqual(await of({ AssessmentSubType: 'QUIZ' }), ['error codeMustBeKnown 2 AssessmentSubType']);
    assert.deepEqual(await of({ StudentIdentifier: '12345' }), [
      'error ssidMustHaveTenDigits 2 StudentIdentifier',
    ]);
  });
});

const header = '../shared/data/standards/caaspp/header_cers2025.txt';
test('the header of a real export of 2025 is known', {
  skip: !existsSync(header) && `${header} IS NOT THERE: nothing was tested`,
}, () => {
  const names = readFileSync(header, 'utf8').trim().split(/\s+/);
  assert.equal(names.length, 64);
  assert.deepEqual(layoutCers.recognise(names, [], ''), { known: true, profile: '2025' });
});
