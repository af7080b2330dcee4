import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isCountyOffice, servedFactors } from './servedStudents.ts';
import { similarityFactors } from './similarityFactor.ts';

function factors(students: Record<string, number | null>) {
  const values = servedFactors(students);
  return Object.fromEntries(similarityFactors.map(({ id }, i) => [id, values[i]]));
}

const thousand = { 'suspension all ALL': 1000, 'suspension all GNR': 0, 'chronic_absence all ALL': 900 };

test('size is the logarithm of enrolment, groups are shares of it, grades 9-12 a share of those counted for absence', () => {
  const given = factors({
    ...thousand,
    'suspension all EL': 250,
    'suspension all HI': 600,
    'chronic_absence 9-12 ALL': 300,
  });
  assert.equal(given.size, Math.log(1000));
  assert.equal(given.english_learners, 0.25);
  assert.equal(given.hispanic, 0.6);
  assert.equal(given.grades_9_to_12, 1 / 3);
});

test('size is the students outside charter schools where a file tells them apart, and shares stay those of everybody', () => {
  const values = servedFactors({ ...thousand, 'suspension all EL': 250 }, 44);
  assert.deepEqual(values.slice(0, 2), [Math.log(44), 0.25]);
});

test('a group the district has no row for is a share of 0; so are grades 9-12 beside a row of TK-8', () => {
  assert.equal(factors(thousand).foster_youth, 0);
  assert.equal(factors({ ...thousand, 'chronic_absence TK-8 ALL': 900 }).grades_9_to_12, 0);
});

test('races without a row share what the others leave; without any grade span 4 of 14 grades are taken', () => {
  const shown = { 'suspension all HI': 600, 'suspension all WH': 260, 'suspension all AA': 70 };
  assert.equal(factors({ ...thousand, ...shown }).asian, (1000 - 930) / 6 / 1000);
  assert.equal(factors(thousand).grades_9_to_12, 4 / 14);
});

test('a withheld group counts as 5.5 students, in a tiny district as half of it', () => {
  assert.equal(factors({ ...thousand, 'suspension all FOS': null }).foster_youth, 0.0055);
  const tiny = { 'suspension all ALL': 8, 'chronic_absence all ALL': 8, 'suspension all SED': null };
  assert.equal(factors(tiny).socioeconomically_disadvantaged, 0.5);
});

test('withheld races share at most the students that the shown races leave', () => {
  const given = factors({
    ...thousand,
    'suspension all HI': 996,
    'suspension all AA': null,
    'suspension all AS': null,
    ...Object.fromEntries(['AI', 'FI', 'PI', 'WH', 'MR', 'NR'].map((race) => [`suspension all ${race}`, 0])),
  });
  assert.equal(given.african_american, 0.002);
  assert.equal(given.asian, 0.002);
});

test('a district without an enrolment misses every factor', () => {
  assert.ok(servedFactors({ 'suspension all ALL': null, 'chronic_absence all ALL': 9 }).every(Number.isNaN));
  assert.ok(servedFactors({ 'suspension all ALL': 9 }).every(Number.isNaN));
});

test('10 10108 is a county office, 10 62166 is not', () => {
  assert.deepEqual(['10101080000000', '10621660000000'].map(isCountyOffice), [true, false]);
});

test('a district whose file gives no group has no factors: size alone makes nobody similar', () => {
  const factors = servedFactors({ 'suspension all ALL': 1000, 'chronic_absence all ALL': 900 });
  assert.ok(factors.every(Number.isNaN));
});
