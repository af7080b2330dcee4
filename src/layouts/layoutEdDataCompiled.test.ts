import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  californiaFiles,
  type Recorded,
  recordFile,
  recordRows,
  saidTwice,
  tally,
} from '../../test/recordLayout.ts';
import { type Cds, districtOfCds, parseCds } from '../vocabulary/cds.ts';
import type { FindDistrict } from './layout.ts';
import { layoutDistrictAreas } from './layoutDistrictAreas.ts';
import { layoutEdDataCompiled } from './layoutEdDataCompiled.ts';
import { layoutUpc } from './layoutUpc.ts';

const header =
  'District,County,District_type,Enrollment,FRL_Perc,Disadv_Perc,EL_Perc,Grad_Perc,Teach_to_stud,Susp_Perc,Chronic_absent,Math_metAbove,ELA_metAbove,Per_pupil_exp,Teacher_salary,Avg Years Teaching (District)'.split(
    ',',
  );
const happyCamp =
  'Happy Camp Union Elementary (Siskiyou),Siskiyou,Elementary School District,110,77.3,77.27,N/A,N/A,N/A,7.9,29.5,9.23,17.91,13585,76081,N/A'.split(
    ',',
  );

const asked: string[] = [];
const knowsAll: FindDistrict = (name, county) => {
  asked.push(`${name} / ${county}`);
  return parseCds('47703670000000');
};

function read(row: readonly string[], findDistrict?: FindDistrict): Recorded {
  return recordRows(layoutEdDataCompiled.open(header, 'District_data_2018-19.csv', findDistrict), [row]);
}

const rules = ({ findings }: Recorded) =>
  findings.map(({ severity, rule, column }) => `${severity} ${rule} ${column}`);

test('a row has no code: it is asked for by name without its county in brackets, and left out when unknown', () => {
  const { cells, profile, ...rest } = read(happyCamp);
  assert.deepEqual([cells.length, profile.length], [0, 0]);
  assert.deepEqual(rules({ cells, profile, ...rest }), ['note districtMustBeKnownByName District']);
  read(happyCamp, knowsAll);
  assert.deepEqual(asked, ['Happy Camp Union Elementary / Siskiyou']);
});

test('9.23 % and 17.91 % are kept without counts; a salary of 76,081 is the mean of all and left out', () => {
  const recorded = read(happyCamp, knowsAll);
  assert.deepEqual(
    recorded.cells.map(({ subject, figure }) => [subject.measure, figure.seen === 'shown' && figure.value]),
    [
      ['math_met_pct', '9.23'],
      ['ela_met_pct', '17.91'],
    ],
  );
  const facts = new Map(recorded.profile.map(({ factor, value }) => [factor, value]));
  assert.equal(facts.get('per_pupil_spending_cents'), '1358500');
  assert.equal(facts.has('average_teacher_salary_cents'), false);
  assert.equal(facts.has('english_learner_share'), false);
  assert.deepEqual(rules(recorded), ['note filledInFigureIsLeftOut Teacher_salary']);
});

test('37.2 and 48.3 % met are the means of all districts and left out; a row of 6,023 students is no district', () => {
  const elkins =
    'Elkins Elementary (Tehama),Tehama,Elementary School District,13,92.3,92.31,N/A,N/A,13,0,28.6,37.2,48.3,14967,70000,33';
  const filled = read(elkins.split(','), knowsAll);
  assert.equal(filled.cells.length, 0);
  assert.deepEqual(rules(filled), [
    'note filledInFigureIsLeftOut Math_metAbove',
    'note filledInFigureIsLeftOut ELA_metAbove',
  ]);
  const modesto = read(happyCamp.with(3, '6023'), knowsAll);
  assert.equal(modesto.profile.length, 0);
  assert.deepEqual(rules(modesto), ['note filledInRowIsLeftOut Enrollment']);
});

test('Pacific Union of Fresno keeps its 406 students and loses the test results of its namesake', () => {
  const row =
    'Pacific Union Elementary (Fresno),Fresno,Elementary School District,406,87.2,90.15,58.4,N/A,17.7,4.5,13.9,39.73,53.28,14261,70000,12';
  const recorded = read(row.split(','), knowsAll);
  assert.equal(recorded.cells.length, 0);
  assert.equal(recorded.profile.find(({ factor }) => factor === 'enrolment')?.value, '406');
  assert.deepEqual(rules(recorded), ['note namesakesResultsAreLeftOut Math_metAbove']);
});

const { folder, skip } = californiaFiles();

test('1,036 rows: 1,027 known by name from the LEA file; Fresno 29.85 and Long Beach 45.65 % met in mathematics', {
  skip,
}, async () => {
  const leas = await recordFile(`${folder}/upc/upc_lea_2018-19_to_2023-24.csv`, [layoutUpc]);
  const names = new Map<string, Cds>();
  for (const { place } of leas.profile)
    names.set(`${place.districtName ?? place.name} (${place.county})`, districtOfCds(place.cds));
  const recorded = await recordFile(
    `${folder}/ed-data/District_data_2018-19.csv`,
    [layoutEdDataCompiled],
    (name, county) => names.get(`${name} (${county})`),
  );
  assert.equal(recorded.rows, 1_036);
  const found = tally(recorded.findings, ({ severity, rule }) => `${severity} ${rule}`);
  assert.equal(found['note districtMustBeKnownByName'], 9);
  assert.equal(found['note namesakesResultsAreLeftOut'], 4);
  assert.equal(found['note filledInRowIsLeftOut'], 2);
  assert.ok(Object.keys(found).every((key) => key.startsWith('note ')));
  assert.deepEqual(saidTwice(recorded), []);
  const met = recorded.cells.filter(({ subject }) => subject.measure === 'math_met_pct');
  assert.equal(met.length, 985);
  const of = (cds: string) => met.find(({ place }) => place.cds === cds)?.figure;
  assert.deepEqual(of('10621660000000'), { seen: 'shown', n: null, numerator: null, value: '29.85' });
  assert.deepEqual(of('19647250000000'), { seen: 'shown', n: null, numerator: null, value: '45.65' });
});

test('in no district does a kept percentage of 2018-19 differ from the state’s own table by more than rounding', {
  skip,
}, async () => {
  const areas = await recordFile(`${folder}/district-areas-2018-19.csv`, [layoutDistrictAreas]);
  const names = new Map(areas.cells.map(({ place }) => [`${place.name} (${place.county})`, place.cds]));
  const own = await recordFile(
    `${folder}/ed-data/District_data_2018-19.csv`,
    [layoutEdDataCompiled],
    (name, county) => names.get(`${name} (${county})`),
  );
  const key = ({ place, subject }: Recorded['cells'][number]) => `${place.cds} ${subject.measure}`;
  const state = new Map(areas.cells.map((cell) => [key(cell), cell.figure]));
  let compared = 0;
  for (const cell of own.cells) {
    const [mine, theirs] = [cell.figure, state.get(key(cell))];
    if (mine.seen !== 'shown' || theirs?.seen !== 'shown') continue;
    compared += 1;
    assert.ok(
      Math.abs(Number(mine.value) - Number(theirs.value)) < 0.11,
      `${cell.place.name}: ${mine.value}`,
    );
  }
  assert.equal(compared, 1_818);
});
