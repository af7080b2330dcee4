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

test('groups by grade at schools are tried when all else is sure: in time they are told, too late all else is as if they had not been asked for', () => {
  const tables = drawCounts(shape, [measure], 4);
  const isFine = ({ place, grade, group }: { place: string; grade: string; group: string }) =>
    place !== district && grade !== 'all' && group !== 'ALL';
  let calls = 0;
  const endAfter = (most: number, asked = tables) => {
    calls = 0;
    const clock = () => (calls++ < most ? 0 : 1e9);
    return protectChecked(solver, { ...options, tables: asked, clock, mostSeconds: 60 }).counts;
  };
  const all = endAfter(Number.POSITIVE_INFINITY);
  assert.deepEqual([all.held, all.coarser], [[], []]);
  assert.ok(all.tables[0]?.cells.some((cell) => isFine(cell) && cell.seen !== 'suppressed'));

  const usual = tables.map((one) => ({ ...one, slices: one.slices.filter((slice) => !isFine(slice)) }));
  const asked = endAfter(Number.POSITIVE_INFINITY, usual);
  const first = calls;
  const late = endAfter(first + 1);
  assert.deepEqual(
    late.coarser.map(({ left, reason }) => [left, reason]),
    [['groups by grade', 'it could not be proved in the time given']],
  );
  assert.deepEqual(late.tables, asked.tables);
});
