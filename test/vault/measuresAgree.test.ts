import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gatherDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike, longBeachLike, type StudentDistrict } from '../../sample/students/studentDistrict.ts';
import { compareOpinions } from './compareOpinions.ts';
import { disturb } from './disturb.ts';

const runnable = 37;

test('the SQL and the plain program count the sample district alike: 37 measures, six years, every school, grade and group', async () => {
  const { measured, slices, differences } = await compareOpinions(
    gatherDistrict(fresnoLike({ seed: 4, students: 280 })),
  );
  assert.deepEqual(differences.slice(0, 10), []);
  assert.equal(new Set(measured.map(({ measure }) => measure)).size, runnable);
  assert.ok(slices > 50_000, `${slices} slices`);
});

const difficult: readonly StudentDistrict[] = [
  fresnoLike({ seed: 11, students: 84, firstYear: 2022 }),
  longBeachLike({ seed: 12, students: 84, firstYear: 2022 }),
  longBeachLike({ seed: 13, students: 84, firstYear: 2022 }),
];

for (const [at, district] of difficult.entries()) {
  test(`both count random district ${at + 1} alike, where one row in three is made difficult`, async () => {
    const { measured, slices, differences } = await compareOpinions(
      disturb(gatherDistrict(district), district.seed, 3),
      { years: [2025, 2026] },
    );
    assert.deepEqual(differences.slice(0, 10), []);
    assert.equal(new Set(measured.map(({ measure }) => measure)).size, runnable);
    assert.ok(slices > 10_000, `${slices} slices`);
  });
}

test('a score that is one point higher for one of the two shows in the distances from standard and nowhere else', async () => {
  const tables = gatherDistrict(fresnoLike({ seed: 21, students: 28, firstYear: 2025 }));
  const [first] = tables.test_result.filter((row) => row.test === 'MATH' && row.scale_score !== null);
  assert.ok(first?.scale_score);
  const higher = { ...first, scale_score: first.scale_score + 1 };
  const test_result = tables.test_result.map((row) => (row === first ? higher : row));
  const { differences } = await compareOpinions(tables, {
    years: [first.school_year],
    ofSecond: { ...tables, test_result },
  });
  assert.ok(differences.some((one) => one.startsWith('math_dfs ')));
  assert.ok(differences.every((one) => /^(math_dfs|el_acad_group_dfs|ever_el_dfs) /.test(one)));
});
