import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { broken, calpadsFile, type Cells, loadText } from '../../../test/vault/intakeDistrict.ts';
import { openTestVault } from '../../../test/vault/openTestVault.ts';
import type { Vault } from '../store/vault.ts';
import { recordFields, type RecordType } from './recordFields.ts';

let vault: Vault;
before(async () => {
  vault = await openTestVault();
  const tables = [
    'Student Exit Reason Code,Student Exit Reason Name,Grade Level Code,Grade Level Name,First Academic Year Effective,Last Academic Year Effective\nE230,Completer,12,x,1990-1991,N/A\nT160,Transfer,5,x,1990-1991,N/A\nE400,Dropout,05,x,1990-1991,2012-2013',
    'School Completion Code,School Completion Status,Grade Level Code,Grade Level Name,First Academic Year Effective,Last Academic Year Effective\n100,"Graduated, standard",12,x,1990-1991,N/A',
    'Student Exit Category Code,Student Exit Category Name,School Completion Status Code,School Completion Status Name,First Academic Year Effective,Last Academic Year Effective\nE230,x,100,x,1990-1991,N/A',
    'Education Program Code,Education Program Name,Membership Category Code,Membership Category Name,First Academic Year Effective,Last Academic Year Effective\n182,x,1,x,1990-1991,N/A',
    'Student Offense Code,Education Code Section Reference,Student Offense Name,Offense Category Federal Code,Offense Category Federal Name,First Academic Year Effective,Last Academic Year Effective\n100,x,x,W,x,1990-1991,N/A',
    'Non Classroom Based or Support Assignment Code,x,Educational Service Job Classification Code,x,First Academic Year Effective,Last Academic Year Effective\n0301,Principal,10,x,1990-1991,N/A',
    'Course Group State Code,x,CTE Pathway Code,CTE Capstone Course Indicator,AP,IB,First Academic Year Effective,Last Academic Year Effective\n9256,x,N/A,N/A,N,N,1990-1991,N/A\n7000,x,101,Y,N,N,1990-1991,N/A',
  ];
  for (const table of tables) assert.equal((await loadText(vault, table)).status, 'loaded');
});
after(() => vault.close());

async function wrong(type: RecordType, ...rows: readonly Cells[]): Promise<string[]> {
  return broken(await loadText(vault, calpadsFile(type, rows)));
}

function fieldOf(number: string): string {
  return Object.entries(recordFields.SENR.fields).find(([, [own]]) => own === number)?.[0] ?? '';
}

test('every record type of the profile has a header that is its own, and element numbers that are unique', () => {
  for (const [type, { fields, needed }] of Object.entries(recordFields)) {
    const numbers = Object.values(fields).map(([number]) => number);
    assert.equal(new Set(numbers).size, numbers.length, type);
    assert.deepEqual(
      needed.filter((field) => fields[field] === undefined),
      [],
      type,
    );
  }
});

test('SENR: an exit before the start, a year that is not touched, a grade that is none', async () => {
  assert.deepEqual(await wrong('SENR', { exit: '20230813' }), ['error exitMustNotPrecedeStart 2 1.25']);
  assert.deepEqual(await wrong('SENR', { start: '20240701' }), ['error enrolmentMustTouchItsYear 2 1.22']);
  assert.deepEqual(await wrong('SENR', { grade: '13' }), ['error gradeMustBeKnown 2 1.24']);
  assert.deepEqual(await wrong('SENR', { status: '60' }), ['error codeMustBeKnown 2 1.23']);
  assert.deepEqual(await wrong('SENR', { start: '' }), ['error valueMustStand 2 1.22']);
  assert.deepEqual(await wrong('SENR', { status: '' }), ['error valueMustStand 2 1.23']);
});

test('SENR: exit reasons and completions run from the loaded tables; 05 and 5 are one grade, an ended code is a note', async () => {
  const exit = '20240605';
  assert.deepEqual(await wrong('SENR', { exit, exitReason: 'T160' }), []);
  assert.deepEqual(await wrong('SENR', { exit, exitReason: 'E230', completion: '100', grade: '05' }), [
    'error exitReasonMustFitTheGrade 2 1.26',
    'error completionMustFitTheGrade 2 1.27',
    'note workBasedLearningMustBeInTheFile null null',
  ]);
  assert.deepEqual(await wrong('SENR', { exit, exitReason: 'E230', grade: '12' }), [
    'error completionMustFitTheExit 2 1.27',
  ]);
  assert.deepEqual(await wrong('SENR', { exit, exitReason: 'E400' }), [
    'note exitReasonMustFitTheGrade 2 1.26',
  ]);
});

test('SENR: two primary enrolments on the same days are a note, one that begins on the day the other ends is none', async () => {
  const first = { exit: '20231201' };
  assert.deepEqual(await wrong('SENR', first, { school: '0000002', start: '20231201' }), []);
  assert.deepEqual(await wrong('SENR', first, { school: '0000002', start: '20231130' }), [
    'note primaryEnrolmentsMustNotOverlap 3 Enrollment Start Date',
  ]);
});

test('SELA: nobody becomes a learner after reclassification, or is reclassified twice', async () => {
  const steps = (...of: [string, string][]): Cells[] => of.map(([status, start]) => ({ status, start }));
  assert.deepEqual(await wrong('SELA', ...steps(['RFEP', '20230901'], ['EL', '20190814'])), []);
  assert.deepEqual(await wrong('SELA', ...steps(['EL', '20231001'], ['RFEP', '20230901'])), [
    'error statusMustFollowFromTheOneBefore 2 12.13',
  ]);
  assert.deepEqual(
    await wrong('SELA', ...steps(['EL', '20190814'], ['RFEP', '20230901'], ['RFEP', '20231001'])),
    ['error reclassificationMustHappenOnce 4 12.14'],
  );
  assert.deepEqual(await wrong('SELA', ...steps(['EL', '20190814'], ['RFEP', '20230701'])), [
    'note reclassificationMustLieWithinAnEnrolment 3 English Language Acquisition Status Start Date',
  ]);
});

test('SPRG: a membership that the programme does not know; STAS: more days than expected, a student who is not enrolled', async () => {
  assert.deepEqual(await wrong('SPRG', { membership: '3' }), ['error membershipMustFitTheProgramme 2 3.14']);
  assert.deepEqual(await wrong('SPRG', { end: '20230813' }), ['error exitMustNotPrecedeStart 2 3.16']);
  assert.deepEqual(await wrong('STAS', { attended: '180.5' }), [
    'error attendedDaysMustFitTheExpected 2 13.16',
  ]);
  assert.deepEqual(await wrong('STAS', { attended: 'many' }), ['error valueMustBeANumber 2 13.16']);
  assert.deepEqual(await wrong('STAS', { ssid: '1000000077', localId: 'L77' }), [
    'note studentMustBeEnrolled 2 SSID',
  ]);
});

test('SINF: races become one group by California’s rule, the higher education of two guardians stands', async () => {
  const rows: Cells[] = [
    { ssid: '1000000021', localId: '', hispanic: 'Y', race1: '201' },
    { ssid: '1000000022', localId: '', hispanic: 'N', race1: '206', race2: '201' },
    {
      ssid: '1000000023',
      localId: '',
      hispanic: 'N',
      race1: '600',
      race2: '700',
      parent1: '14',
      parent2: '11',
    },
    { ssid: '1000000024', localId: '', hispanic: 'N', gender: 'N' },
    { ssid: '1000000025', localId: '', parent1: '14', parent2: '15' },
    { ssid: '1000000026', localId: '', parent1: '', parent2: '14' },
  ];
  const outcome = await loadText(
    vault,
    calpadsFile(
      'SINF',
      rows.map((row) => ({ ...row, year: '2022-2023' })),
    ),
  );
  assert.equal(outcome.errors, 0);
  const text = 'select race, parent_education, gender from student_info order by line';
  const kept = await vault.rows({ name: 'x', text, parameters: [] });
  assert.deepEqual(
    kept.map((row) => [row.race, row.parent_education, row.gender]),
    [
      ['HI', null, 'F'],
      ['AS', null, 'F'],
      ['MR', '11', 'F'],
      ['NR', null, 'X'],
      ['HI', '15', 'F'],
      ['HI', '14', 'F'],
    ],
  );
  assert.deepEqual(await wrong('SINF', { birth: '2013-13-01' }), ['error dateMustBeADay 2 2.18']);
});

test('SINC, SIRS, SOFF: a result without its incident is refused; a corrected SINC keeps its numbers', async () => {
  assert.deepEqual(await wrong('SIRS', {}), ['error incidentMustBeKnown 2 19.13']);
  assert.deepEqual(await wrong('SINC', {}), []);
  assert.deepEqual(await wrong('SIRS', {}), []);
  assert.deepEqual(await wrong('SOFF', { offence: '999' }), ['error offenceMustBeKnown 2 20.14']);
  assert.deepEqual(await wrong('SOFF', {}), []);
  assert.deepEqual(await wrong('SINC', {}, {}), ['error incidentMustStandOnce 3 18.13']);
  assert.deepEqual(await wrong('SINC', { day: '20231005' }), []);
  const text =
    'select count(*) as n from incident_student join incident using (incident_id) join offence using (incident_id)';
  assert.deepEqual(await vault.rows({ name: 'x', text, parameters: [] }), [{ n: 1 }]);
});

test('CRSC, SCSC: a course without its section is refused; pathway and capstone come from the state’s table', async () => {
  assert.deepEqual(await wrong('SCSC', {}), ['error sectionMustBeKnown 2 10.14']);
  assert.deepEqual(await wrong('CRSC', { stateCourse: '1' }), ['error courseMustBeKnown 2 9.07']);
  assert.deepEqual(await wrong('CRSC', {}, { stateCourse: '7000', localCourse: 'AG2', level: '24' }), []);
  assert.deepEqual(await wrong('SCSC', {}, { localCourse: 'AG2' }), []);
  const text = 'select state_course, cte_pathway, capstone, college_credit from student_course order by line';
  assert.deepEqual(await vault.rows({ name: 'x', text, parameters: [] }), [
    { state_course: '9256', cte_pathway: null, capstone: false, college_credit: null },
    { state_course: '7000', cte_pathway: '101', capstone: true, college_credit: true },
  ]);
});

test('SDEM, SASS: a job of nobody known is a note; a principal is job class 10', async () => {
  assert.deepEqual(await wrong('SASS', {}), ['note staffMustBeKnown 2 8.07']);
  assert.deepEqual(await wrong('SDEM', {}), []);
  assert.deepEqual(await wrong('SDEM', { seid: '12' }), ['error seidMustHaveTenDigits 2 7.08']);
  assert.deepEqual(await wrong('SASS', { jobClass: '12' }), ['error assignmentMustFitTheJob 2 8.15']);
});

test('a file without column names, with a column missing, of two years, of two record types', async () => {
  const senr = calpadsFile('SENR', [{}]);
  const withoutHeader = senr.slice(senr.indexOf('\n') + 1);
  assert.deepEqual(broken(await loadText(vault, withoutHeader)), ['error headerMustStand 1 null']);
  const without = await loadText(vault, senr.replace('1.26', 'Leaving'));
  assert.deepEqual(broken(without), ['error columnsMustBeThere 1 null']);
  assert.match(without.findings[0]?.message ?? '', /no column 1\.26 Student Exit Reason Code/);
  const [names = '', row = ''] = calpadsFile('SENR', [{}]).split('\n');
  const words = names.replaceAll(
    /1\.\d\d/g,
    (number) => recordFields.SENR.fields[fieldOf(number)]?.[1] ?? number,
  );
  const twice = await loadText(vault, [words, words, row].join('\n'));
  assert.deepEqual(broken(twice), ['error headerMustStandOnce 2 null']);
  assert.deepEqual(await wrong('SENR', {}, { year: '2024-2025' }), ['error yearMustBeOne 3 1.07']);
  assert.deepEqual(await wrong('SENR', {}, { recordType: 'SINF' }), ['error recordTypeMustBeOne 3 1.01']);
});

test('a file without column names is read by the list of columns that the district loads; another width is refused', async () => {
  const own = await openTestVault();
  const [header = '', row = ''] = calpadsFile('SELA', [{}]).split('\n');
  const list = header.split('^').map((element, i) => `SELA,${i + 1},${element}`);
  assert.equal((await loadText(own, ['record_type,position,element', ...list].join('\n'))).status, 'loaded');
  const outcome = await loadText(own, `${row}\n${row.replaceAll('1000000001', '1000000002')}\n`);
  assert.deepEqual(
    [outcome.status, outcome.layout, outcome.rows, outcome.kept],
    ['loaded', 'calpads_sela', 2, 2],
  );
  assert.deepEqual(broken(await loadText(own, `${row}^\n`)), ['error columnsMustBeTheHeaders 1 null']);
  await own.close();
});

test('a rule whose table is not loaded says so once, and lets the row pass', async () => {
  const own = await openTestVault();
  const outcome = await loadText(own, calpadsFile('SPRG', [{}, { ssid: '1000000002', localId: '' }]));
  assert.deepEqual([outcome.status, outcome.kept], ['loaded', 2]);
  assert.deepEqual(broken(outcome), ['note codeTableMustBeLoaded null null']);
  await own.close();
});

test('the guide’s names of 2020 and the names with their spaces taken out are known as well as element numbers', async () => {
  const own = await openTestVault();
  for (const at of [1, 2]) {
    const names = Object.values(recordFields.SELA.fields).map((one) =>
      (one[at] ?? one[1] ?? '').replaceAll(' ', at === 2 ? '' : ' '),
    );
    const [, ...rows] = calpadsFile('SELA', [{ status: at === 1 ? 'EL' : 'RFEP', start: '20200101' }]).split(
      '\n',
    );
    const outcome = await loadText(own, [names.join('^'), ...rows].join('\n'));
    assert.deepEqual([outcome.status, broken(outcome)], ['loaded', []]);
  }
  await own.close();
});
