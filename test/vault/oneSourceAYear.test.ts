import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordType } from '../../src/vault/calpads/recordFields.ts';
import type { FileOutcome } from '../../src/vault/intake/fileOutcome.ts';
import type { Vault } from '../../src/vault/store/vault.ts';
import { association, bundleOf, plainSet, school, session, student } from './edfiSet.ts';
import { broken, calpadsFile, type Cells, loadText } from './intakeDistrict.ts';
import { openTestVault } from './openTestVault.ts';
import { loadZip, plainRoster, rosterZip } from './rosterSet.ts';

async function inVault(work: (vault: Vault) => Promise<void>): Promise<void> {
  const vault = await openTestVault();
  try {
    await work(vault);
  } finally {
    await vault.close();
  }
}

async function select(vault: Vault, text: string): Promise<string[]> {
  const rows = await vault.rows({ name: 'select', text, parameters: [] });
  return rows.map((row) => Object.values(row).join(' '));
}

const descriptor = (kind: string, code: string): string => `uri://ed-fi.org/${kind}Descriptor#${code}`;
const both: readonly Cells[] = [{}, { ssid: '1000000002', localId: 'L2' }];
const extract = (type: RecordType, cells: Cells = {}): string =>
  calpadsFile(
    type,
    both.map((who) => ({ year: '2025-2026', ...cells, ...who })),
  );
const difference = ({ supersedes }: FileOutcome) =>
  supersedes && [
    supersedes.file.replace(/^\d+-/, ''),
    supersedes.added,
    supersedes.removed,
    supersedes.changed,
  ];
const noteFound = (outcome: FileOutcome): boolean =>
  outcome.findings.some((one) => one.rule === 'yearMustComeFromOneSource' && one.severity === 'note');

/** Two students, a learner of English, an absence, an incident with a suspension. */
const wholeSet = {
  ...plainSet,
  studentEducationOrganizationAssociations: [
    association('A', '1000000001', {
      limitedEnglishProficiencyDescriptor: descriptor('LimitedEnglishProficiency', 'Limited'),
      sexDescriptor: descriptor('Sex', 'Female'),
    }),
    association('B', '1000000002'),
  ],
  studentSchoolAttendanceEvents: [
    {
      ...student('A'),
      ...school,
      ...session,
      eventDate: '2025-09-01',
      attendanceEventCategoryDescriptor: descriptor('AttendanceEventCategory', 'Excused Absence'),
    },
  ],
  calendarDates: ['2025-08-29', '2025-09-01', '2025-09-02'].map((date) => ({
    calendarReference: { calendarCode: 'c', schoolId: 1, schoolYear: 2026 },
    date,
    calendarEvents: [{ calendarEventDescriptor: descriptor('CalendarEvent', 'Instructional day') }],
  })),
  disciplineIncidents: [{ incidentIdentifier: 'I1', incidentDate: '2025-09-02', ...school }],
  studentDisciplineIncidentBehaviorAssociations: [
    {
      ...student('A'),
      disciplineIncidentReference: { incidentIdentifier: 'I1', schoolId: 1 },
      behaviorDescriptor: descriptor('Behavior', '100'),
    },
  ],
  disciplineActions: [
    {
      disciplineActionIdentifier: '1',
      disciplineDate: '2025-09-02',
      actualDisciplineActionLength: 1,
      disciplines: [{ disciplineDescriptor: descriptor('Discipline', 'Out of School Suspension') }],
      responsibilitySchoolReference: { schoolId: 1 },
      studentDisciplineIncidentBehaviorAssociations: [
        {
          studentDisciplineIncidentBehaviorAssociationReference: {
            studentUniqueId: 'A',
            incidentIdentifier: 'I1',
            schoolId: 1,
            behaviorDescriptor: descriptor('Behavior', '100'),
          },
        },
      ],
      ...student('A'),
    },
  ],
};

const tables = ['enrolment', 'attendance', 'incident', 'incident_student', 'language_status', 'student_info'];
const countsOf = async (vault: Vault): Promise<string[]> =>
  Promise.all(
    tables.map(
      async (table) =>
        `${table} ${(await select(vault, `select split_part(layout, ' ', 1) as source, count(*) from ${table} join loaded_file using (file_id) group by 1 order by 1`)).join(', ')}`,
    ),
  );

test('SENR after a roster takes the place of its 2 stays and says so; the roster keeps its classes, and a delta of it is refused', async () => {
  await inVault(async (vault) => {
    await loadZip(vault, rosterZip(plainRoster));
    const outcome = await loadText(vault, extract('SENR', { start: '20250814' }), 'SENR.txt');
    assert.equal(outcome.status, 'loaded');
    assert.match(String(difference(outcome)), /^roster-\d+\.zip \(its enrolments\),0,0,2$/);
    assert.ok(noteFound(outcome));
    assert.deepEqual(await select(vault, 'select count(*) from enrolment'), ['2']);
    assert.deepEqual(await select(vault, 'select count(*) from class_membership'), ['1']);
    assert.deepEqual(await select(vault, 'select birth_date from student_info order by all'), [
      '2011-03-01',
      '2020-03-01',
    ]);
    const again = await loadZip(
      vault,
      rosterZip({ enrollments: ['e4,active,2025-10-02T00:00:00Z,hs,s,B,student,,2025-09-02,'] }, 'delta'),
    );
    assert.deepEqual(
      [again.status, again.rules.some(({ rule }) => rule === 'yearMustComeFromOneSource')],
      ['refused', true],
    );
    const info = await loadText(vault, extract('SINF', { start: '20250814' }), 'SINF.txt');
    assert.match(String(difference(info)), /\(its student information\)/);
    assert.deepEqual(await select(vault, 'select birth_date from student_info order by all'), [
      '2013-03-01',
      '2013-03-01',
    ]);
  });
});

test('each CALPADS file takes its own part of an Ed-Fi set and leaves the rest; nothing counts twice', async () => {
  await inVault(async (vault) => {
    const set = await loadText(vault, bundleOf(wholeSet), 'set.ndjson');
    assert.deepEqual([set.status, set.errors], ['loaded', 0], JSON.stringify(broken(set)));
    assert.deepEqual(await countsOf(vault), [
      'enrolment edfi 2',
      'attendance edfi 2',
      'incident edfi 1',
      'incident_student edfi 1',
      'language_status edfi 1',
      'student_info edfi 2',
    ]);
    const senr = await loadText(vault, extract('SENR', { start: '20250815' }), 'SENR.txt');
    assert.deepEqual(difference(senr), ['set.ndjson (its enrolments)', 0, 0, 2]);
    const stas = await loadText(vault, extract('STAS'), 'STAS.txt');
    assert.deepEqual(difference(stas), ['set.ndjson (its attendance)', 0, 0, 2]);
    const sela = await loadText(vault, extract('SELA'), 'SELA.txt');
    assert.deepEqual(difference(sela), ['set.ndjson (its language status)', 1, 0, 1]);
    const one = (type: RecordType): string => calpadsFile(type, [{ year: '2025-2026' }]);
    const sirs = await loadText(vault, one('SIRS'), 'SIRS.txt');
    assert.match(String(difference(sirs)), /^set.ndjson \(its results of incidents\)/);
    const sinc = await loadText(vault, one('SINC'), 'SINC.txt');
    assert.match(String(difference(sinc)), /^set.ndjson \(its incidents with their results\)/);
    assert.ok([senr, stas, sela, sirs, sinc].every(noteFound));
    assert.deepEqual(await countsOf(vault), [
      'enrolment calpads_senr 2',
      'attendance calpads_stas 2',
      'incident calpads_sinc 1',
      'incident_student calpads_sirs 1',
      'language_status calpads_sela 2',
      'student_info edfi 2',
    ]);
    assert.deepEqual(
      await select(vault, 'select count(*) from incident_student join incident using (incident_id)'),
      ['1'],
    );
  });
});

test('a set leaves out the language status that SELA of its year has told, so that both orders come to the same', async () => {
  const rows =
    'select ssid, status, start_date from language_status join student using (student_id) order by all';
  const after: string[][] = [];
  for (const selaFirst of [true, false]) {
    await inVault(async (vault) => {
      const set = () => loadText(vault, bundleOf(wholeSet), 'set.ndjson');
      if (!selaFirst) await set();
      await loadText(vault, extract('SELA'), 'SELA.txt');
      if (selaFirst) assert.ok(noteFound(await set()));
      after.push(await select(vault, rows));
    });
  }
  assert.deepEqual(after[0], ['1000000001 EL 2019-08-14', '1000000002 EL 2019-08-14']);
  assert.deepEqual(after[1], after[0]);
});

test('a file of another year takes nothing from a set', async () => {
  await inVault(async (vault) => {
    await loadText(vault, bundleOf(wholeSet), 'set.ndjson');
    const outcome = await loadText(
      vault,
      calpadsFile('SENR', [{ year: '2024-2025', start: '20240814' }]),
      'SENR.txt',
    );
    assert.deepEqual([outcome.supersedes, noteFound(outcome)], [null, false]);
    assert.deepEqual(await select(vault, 'select count(*) from enrolment'), ['3']);
  });
});
