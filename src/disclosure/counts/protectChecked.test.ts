import assert from 'node:assert/strict';
import { test } from 'node:test';
import { drawCounts, drawnDistrict as district } from '../../../test/drawCounts.ts';
import { tandemDefault as policy } from '../policies/tandemDefault.ts';
import { loadSolver } from '../solver.ts';
import { attackRelease } from './attackRelease.ts';
import { protectChecked } from './protectChecked.ts';

const solver = await loadSolver();
const shape = { schools: 4, studentsPerSchool: 90, grades: ['7', '8'] };
const measure = { measure: 'chronic_absence', rate: 0.3 };
const options = { district, policy, earlier: [], seconds: 0 };

test('counts of 4 schools are protected and attacked at once; a whole attack finds no more exposed than that one', () => {
  const tables = drawCounts(shape, [{ ...measure, allGradesOnly: true }], 3);
  const { counts, attack } = protectChecked(solver, { ...options, tables, clock: () => 0, mostSeconds: 1 });
  assert.deepEqual([counts.held, counts.coarser, attack.ok, attack.unanswered], [[], [], true, 0]);
  const asked = { ...options, tables: counts.tables, earlier: [], clock: () => 0, seconds: 1 };
  const whole = attackRelease(solver, asked);
  assert.deepEqual([whole.ok, whole.exposed], [true, 0]);
  assert.ok(whole.protected >= attack.protected);
});

test('without time a table is told in less detail or held, never unproved, and says so', () => {
  let now = 0;
  const tables = drawCounts(shape, [measure], 4);
  const late = protectChecked(solver, { ...options, tables, clock: () => now++, mostSeconds: 0 });
  const { held, coarser } = late.counts;
  const [told] = [...held, ...coarser];
  assert.deepEqual(told?.measures, ['chronic_absence']);
  assert.equal(told?.reason, 'it could not be proved in the time given');
  assert.equal(late.attack.exposed, 0);
});

test('reclassified students who are no part of their n: of 3 districts nothing is exposed from outside', () => {
  for (const seed of [1, 2, 3]) {
    const measures = [{ measure: 'reclass_rate_dataquest', rate: 0.12, share: 0.5, allGradesOnly: true }];
    const tables = drawCounts(shape, measures, seed).map((table) => ({
      ...table,
      slices: table.slices.filter(({ group }) => !['EO', 'RFP', 'EL', 'EVER'].includes(group)),
    }));
    const { counts, attack } = protectChecked(solver, { ...options, tables, clock: () => 0, mostSeconds: 1 });
    assert.deepEqual([counts.held, attack.ok], [[], true], `seed ${seed}`);
    assert.ok(attack.counts.some(({ count }) => count === 'numerator'));
  }
});
