import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import {
  association,
  bundleOf,
  enrolment,
  plainSet,
  school,
  session,
  type SetRecords,
  student,
} from '../../../test/vault/edfiSet.ts';
import { broken, calpadsFile, loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import type { FileOutcome } from '../intake/fileOutcome.ts';
import type { Vault } from '../store/vault.ts';

let vault: Vault;
before(async () => {
  vault = await openTestVault();
});
after(() => vault.close());

const uri = (kind: string, code: string) => `uri://ed-fi.org/${kind}Descriptor#${code}`;

async function select(from: Vault, text: string): Promise<unknown[][]> {
  const rows = await from.rows({ name: 'selectForTest', text, parameters: [] });
  return rows.map((row) => Object.values(row));
}

/** Loads the plain set with other records into the shared vault, and undoes nothing: use it for sets that are refused. */
async function refusedBy(more: SetRecords): Promise<string[]> {
  const outcome = await loadText(vault, bundleOf({ ...plainSet, ...more }), 'set.ndjson');
  assert.deepEqual([outcome.status, outcome.kept], ['refused', 0]);
  return broken({ ...outcome, findings: outcome.findings.filter(({ severity }) => severity === 'error') });
}

async function inNewVault(work: (own: Vault) => Promise<void>): Promise<void> {
  const own = await openTestVault();
  try {
    await work(own);
  } finally {
    await own.close();
  }
}

const statusOf = ({ status, errors, notes }: FileOutcome): unknown[] => [status, errors, notes];

test('what refers to a student, school or incident that is not there, stands twice or ends before it begins refuses the set', async () => {
  const event = (id: string, at: string) => ({
    ...student(id),
    ...school,
    ...session,
    eventDate: at,
    attendanceEventCategoryDescriptor: uri('AttendanceEventCategory', 'Excused Absence'),
  });
  const a = enrolment('A');
  const enrolments = 'studentSchoolAssociations';
  assert.deepEqual(await refusedBy({ [enrolments]: [a, enrolment('C')] }), [
    'error studentMustStandInTheSet 9 studentSchoolAssociations/studentReference/studentUniqueId',
  ]);
  assert.deepEqual(await refusedBy({ [enrolments]: [a, { ...a, schoolReference: { schoolId: 9 } }] }), [
    'error organisationMustStandInTheSet 9 studentSchoolAssociations/schoolReference/schoolId',
  ]);
  assert.deepEqual(await refusedBy({ [enrolments]: [a, a] }), [
    'error recordMustStandOnce 9 studentSchoolAssociations/entryDate',
  ]);
  assert.deepEqual(await refusedBy({ [enrolments]: [enrolment('A', { exitWithdrawDate: '2025-08-01' })] }), [
    'error exitMustNotPrecedeStart 8 studentSchoolAssociations/exitWithdrawDate',
  ]);
  assert.deepEqual(await refusedBy({ [enrolments]: [enrolment('A', { entryDate: '2025-02-30' })] }), [
    'error dateMustBeADay 8 studentSchoolAssociations/entryDate',
  ]);
  assert.deepEqual(
    await refusedBy({
      [enrolments]: [
        enrolment('A', { entryDate: '2199-08-01', schoolYearTypeReference: { schoolYear: 2026 } }),
      ],
    }),
    ['error enrolmentMustTouchItsYear 8 studentSchoolAssociations/entryDate'],
  );
  const { entryDate: _, ...noDate } = a;
  assert.deepEqual(await refusedBy({ [enrolments]: [noDate] }), [
    'error elementMustStand 8 studentSchoolAssociations/entryDate',
  ]);
  assert.deepEqual(
    await refusedBy({
      students: [{ studentUniqueId: 'A' }, { studentUniqueId: 'A' }, { studentUniqueId: 'B' }],
    }),
    ['error recordMustStandOnce 5 students/studentUniqueId'],
  );
  assert.deepEqual(
    await refusedBy({ studentSchoolAttendanceEvents: [event('A', '2025-09-01'), event('A', '2025-09-01')] }),
    ['error recordMustStandOnce 11 studentSchoolAttendanceEvents/eventDate'],
  );
  const action = {
    disciplineActionIdentifier: '1',
    disciplineDate: '2025-09-02',
    disciplines: [{ disciplineDescriptor: uri('Discipline', 'Expulsion') }],
    responsibilitySchoolReference: { schoolId: 1 },
    studentDisciplineIncidentBehaviorAssociations: [
      { studentDisciplineIncidentBehaviorAssociationReference: { incidentIdentifier: '7', schoolId: 1 } },
    ],
    ...student('A'),
  };
  assert.deepEqual(await refusedBy({ disciplineActions: [action] }), [
    'error incidentMustStandInTheSet 10 disciplineActions/studentDisciplineIncidentBehaviorAssociations/studentDisciplineIncidentBehaviorAssociationReference',
  ]);
});

test('an SSID of 9 digits, of two students or two of one refuses the set and is not repeated', async () => {
  const associations = 'studentEducationOrganizationAssociations';
  const b = association('B', '1000000002');
  const codes = 'studentEducationOrganizationAssociations/studentIdentificationCodes';
  assert.deepEqual(await refusedBy({ [associations]: [association('A', '100000001'), b] }), [
    `error ssidMustHaveTenDigits 6 ${codes}`,
  ]);
  assert.deepEqual(await refusedBy({ [associations]: [association('A', '1000000002'), b] }), [
    `error ssidMustNameOneStudent 7 ${codes}`,
  ]);
  assert.deepEqual(
    await refusedBy({
      [associations]: [
        b,
        association('B', '1000000003', { educationOrganizationReference: { educationOrganizationId: 1 } }),
      ],
    }),
    [`error ssidMustNameOneStudent 6 ${codes}`],
  );
});

test('a code that no table knows is named by namespace and code value; the district’s own list maps it, and a school without CDS', async () => {
  await inNewVault(async (own) => {
    const mine = 'uri://fusd.edu/ExitWithdrawTypeDescriptor#Moved away';
    const exit = { exitWithdrawDate: '2025-12-01', exitWithdrawTypeDescriptor: mine };
    const schools = [{ schoolId: 1, nameOfInstitution: 'First Elementary' }];
    const bundle = bundleOf({ ...plainSet, schools, studentSchoolAssociations: [enrolment('A', exit)] });
    const refused = await loadText(own, bundle, 'set.ndjson');
    assert.deepEqual(
      refused.findings
        .filter(({ severity }) => severity === 'error')
        .map(({ rule, valueClass }) => [rule, valueClass]),
      [
        ['descriptorMustBeMapped', 'uri://fusd.edu/ExitWithdrawTypeDescriptor, code value Moved away'],
        ['organisationMustHaveACdsCode', 'organisation 1'],
      ],
    );
    assert.equal((await loadText(own, `descriptor,is\n${mine},T200\n`, 'codes.csv')).status, 'loaded');
    assert.equal(
      (await loadText(own, 'organisation,cds\n1,10621660000001\n', 'places.csv')).status,
      'loaded',
    );
    assert.deepEqual(statusOf(await loadText(own, bundle, 'set.ndjson')), ['loaded', 0, 0]);
    assert.deepEqual(
      await select(own, 'select school_cds, grade, status, end_date, exit_reason, completion from enrolment'),
      [['10621660000001', '05', '10', '2025-12-01', 'T200', null]],
    );
    const wrong = await loadText(own, 'organisation,cds\n1,19647250000001\n', 'places.csv');
    assert.deepEqual(broken(wrong), ['error organisationMustHaveACdsCode 2 cds']);
  });
});

test('the next fetch takes the place of the one before: a student who was deleted is gone, the difference is told', async () => {
  await inNewVault(async (own) => {
    await loadText(own, bundleOf(plainSet), 'one.ndjson');
    const ofB = (name: string) =>
      (plainSet[name] ?? []).filter((record) => !/"A"/.test(JSON.stringify(record)));
    const names = ['students', 'studentEducationOrganizationAssociations', 'studentSchoolAssociations'];
    const left = Object.fromEntries(names.map((name) => [name, ofB(name)]));
    const next = await loadText(own, bundleOf({ ...plainSet, ...left }), 'two.ndjson');
    assert.deepEqual(next.supersedes, { file: next.supersedes?.file, added: 0, removed: 2, changed: 0 });
    const ssids = 'select ssid from enrolment join student using (student_id)';
    assert.deepEqual(await select(own, ssids), [['1000000002']]);
    const far = await loadText(own, bundleOf(plainSet, { schoolYear: 9999 }), 'far.ndjson');
    assert.deepEqual([far.status, far.schoolYear], ['loaded', null]);
    const other = await loadText(own, bundleOf(plainSet, { schoolYear: 2025 }), 'three.ndjson');
    assert.deepEqual(
      [other.status, other.schoolYear, other.rules.map(({ rule, count }) => `${rule} ${count}`)],
      ['loaded', 2025, ['recordMustBeOfTheSetsYear 2']],
    );
  });
});

test('a set that lacks a kind of records which the one before has is refused; one that says more takes its place', async () => {
  await inNewVault(async (own) => {
    const some = { ...plainSet, studentEducationOrganizationAssociations: [] };
    const few = bundleOf(some, { without: ['studentProgramAssociations', 'courses'] });
    assert.equal((await loadText(own, few, 'few.ndjson')).status, 'loaded');
    const whole = await loadText(own, bundleOf(plainSet), 'whole.ndjson');
    assert.deepEqual([whole.status, whole.supersedes?.changed, whole.profile], ['loaded', 0, 'json 5.2']);
    const fewer = await loadText(own, bundleOf(plainSet, { without: ['courses'] }), 'fewer.ndjson');
    assert.deepEqual(broken(fewer), ['error setMustSayAllThatStands null null']);
  });
});

test('a vault that has the year’s enrolments from CALPADS refuses them a second time', async () => {
  await inNewVault(async (own) => {
    await loadText(own, calpadsFile('SENR', [{ year: '2025-2026', start: '20250814' }]), 'SENR.txt');
    const outcome = await loadText(own, bundleOf(plainSet), 'set.ndjson');
    assert.deepEqual(broken(outcome), ['error yearMustComeFromOneSource 8 null']);
    assert.deepEqual(await select(own, 'select count(*) from enrolment'), [[1]]);
  });
});

test('a learner counts from the first instruction, a reclassified one to its last day; NotLimited says nothing', async () => {
  await inNewVault(async (own) => {
    const instruction = (id: string, beginDate: string, endDate?: string) => ({
      ...student(id),
      educationOrganizationReference: { educationOrganizationId: 1062166 },
      programReference: { programTypeDescriptor: uri('ProgramType', 'English as a Second Language (ESL)') },
      beginDate,
      endDate,
    });
    const of = (id: string, ssid: string, code: string) =>
      association(id, ssid, { limitedEnglishProficiencyDescriptor: uri('LimitedEnglishProficiency', code) });
    const ids = ['A', 'B', 'C', 'D'];
    const outcome = await loadText(
      own,
      bundleOf({
        ...plainSet,
        students: ids.map((studentUniqueId) => ({ studentUniqueId })),
        studentEducationOrganizationAssociations: [
          of('A', '1000000001', 'Limited'),
          of('B', '1000000002', 'Limited Monitored 1'),
          of('C', '1000000003', 'NotLimited'),
          of('D', '1000000004', 'Limited'),
        ],
        studentSchoolAssociations: ids.map((id) => enrolment(id)),
        studentLanguageInstructionProgramAssociations: [
          instruction('A', '2021-08-16'),
          instruction('B', '2020-08-17', '2025-05-30'),
        ],
      }),
      'set.ndjson',
    );
    assert.deepEqual(
      broken(outcome),
      ['note languageStatusMustBeCalifornias 10 null', 'note learnerMustHaveADay 11 null'].map((one) =>
        one.replace('null', outcome.findings[0]?.column ?? ''),
      ),
    );
    assert.deepEqual(
      await select(
        own,
        'select ssid, status, start_date from language_status join student using (student_id) order by all',
      ),
      [
        ['1000000001', 'EL', '2021-08-16'],
        ['1000000002', 'EL', '2020-08-17'],
        ['1000000002', 'RFEP', '2025-05-30'],
        ['1000000004', 'EL', '2025-08-14'],
      ],
    );
  });
});
