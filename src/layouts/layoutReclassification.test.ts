import assert from 'node:assert/strict';
import { test } from 'node:test';
import { californiaFiles, recordFile, recordRows, saidTwice, tally } from '../../test/recordLayout.ts';
import { layoutReclassification } from './layoutReclassification.ts';

const header = ['CDS', 'County', 'District', 'School', 'EL', 'FEP', 'Reclass'];
const name = 'reclassification-2018-19.txt';
const rows = [
  ['10621660106740', 'Fresno', 'Fresno Unified', 'Aspen Valley Prep Academy', '58', '145', '7'],
  ['10621666006068', 'Fresno', 'Fresno Unified', 'Addams Elementary', '300', '40', '55'],
  ['10621660000000', 'Fresno', 'Fresno Unified', 'District Office', '4', '1', '0'],
];

test('schools of 58, 300 and an office of 4 English learners make a district of 362, said at the end', () => {
  const { profile, cells, findings } = recordRows(layoutReclassification.open(header, name), rows);
  const said = profile.map(({ place, factor, value }) => `${place.cds} ${factor} ${value}`);
  assert.deepEqual(said, [
    '10621660106740 english_learners 58',
    '10621660106740 fluent_english_proficient 145',
    '10621660106740 reclassified 7',
    '10621666006068 english_learners 300',
    '10621666006068 fluent_english_proficient 40',
    '10621666006068 reclassified 55',
    '10621660000000 english_learners 362',
    '10621660000000 fluent_english_proficient 186',
    '10621660000000 reclassified 62',
  ]);
  assert.equal(cells.length, 0);
  assert.deepEqual(
    findings.map(({ severity, rule, line }) => [severity, rule, line]),
    [['note', 'districtOfficeIsNotTheDistrict', 4]],
  );
  assert.match(profile[0]?.dataset.difference ?? '', /English learners of the year before/);
});

test('filesreclass19.txt is of 2018-19 too; list.txt has no year and is refused', () => {
  const own = recordRows(layoutReclassification.open(header, 'filesreclass19.txt'), rows);
  assert.equal(own.profile[0]?.schoolYear, 2019);
  const refused = recordRows(layoutReclassification.open(header, 'list.txt'), rows);
  assert.deepEqual(
    refused.findings.map(({ rule }) => rule),
    ['yearMustBeInFileName'],
  );
  assert.equal(refused.profile.length, 0);
});

test('a blank count refuses the file', () => {
  const [first = []] = rows;
  const { findings } = recordRows(layoutReclassification.open(header, name), [first.with(6, '')]);
  assert.deepEqual(
    findings.map(({ severity, rule, column }) => [severity, rule, column]),
    [['error', 'countMustBeThere', 'Reclass']],
  );
});

const { folder, skip } = californiaFiles();

test('10,204 schools: Fresno 13,554 / 2,516, Long Beach 12,381 / 2,822, all 995 districts 175,510 reclassified', {
  skip,
}, async () => {
  const recorded = await recordFile(`${folder}/${name}`, [layoutReclassification]);
  assert.equal(recorded.rows, 10_204);
  const districts = recorded.profile.filter(({ place }) => place.cds.endsWith('0000000'));
  const of = (cds: string, factor: string) =>
    districts.find((one) => one.place.cds === cds && one.factor === factor)?.value;
  assert.deepEqual(
    ['english_learners', 'reclassified'].map((factor) => of('10621660000000', factor)),
    ['13554', '2516'],
  );
  assert.deepEqual(
    ['english_learners', 'reclassified'].map((factor) => of('19647250000000', factor)),
    ['12381', '2822'],
  );
  const reclassified = districts.filter(({ factor }) => factor === 'reclassified');
  assert.equal(reclassified.length, 995);
  assert.equal(
    reclassified.reduce((sum, { value }) => sum + Number(value), 0),
    175_510,
  );
  assert.deepEqual(Object.keys(tally(recorded.findings, ({ severity, rule }) => `${severity} ${rule}`)), [
    'note districtOfficeIsNotTheDistrict',
  ]);
  assert.ok(recorded.profile.some(({ place }) => place.name === 'Para Los Niños Charter'));
  assert.deepEqual(saidTwice(recorded), []);
});
