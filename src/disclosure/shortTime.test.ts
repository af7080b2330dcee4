import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkedTables, partitionsOfStudents } from '../../test/linkedTables.ts';
import { noTime } from './findSuppression.ts';
import { parseTable } from './parseTable.ts';
import { protectTable } from './protectTable.ts';
import { loadSolver, type Solver } from './solver.ts';

const solver = await loadSolver();

/** Both who take the time at the beginning read 0. */
function clockThatJumpsTo(seconds: number): () => number {
  let asked = 0;
  return () => (asked++ < 2 ? 0 : seconds);
}

const shape = { districts: 2, schoolsPerDistrict: 6, grades: 6, studentsPerSchool: 300, protect: 3 };
const linked = linkedTables({ ...shape, partitions: partitionsOfStudents.slice(0, 3) }, 4);

test('with a limit of 1 second that is over at once, every cell is protected and audited all the same', () => {
  const result = protectTable(solver, linked, { clock: clockThatJumpsTo(5), seconds: 1 });
  assert.ok(result.ok);
  assert.equal(result.status, 'feasible');
  assert.ok(result.bound <= result.objective);
  assert.ok(result.audit.length > 250 && result.audit.every((one) => one.protected));
});

test('after ten times the limit it is said that the time was up', () => {
  const result = protectTable(solver, linked, { clock: clockThatJumpsTo(1000), seconds: 1 });
  assert.ok(!result.ok);
  assert.equal(result.reason, noTime);
});

/** The solver, whose points are all a thousandth beside: none of them is a possible table. */
function solverThatMissesBy(shift: number): Solver {
  return new Proxy(solver, {
    get: (target, name) =>
      name !== 'createModel'
        ? Reflect.get(target, name)
        : (...given: Parameters<Solver['createModel']>) => {
            const model = target.createModel(...given);
            const read = model.getSolution.bind(model);
            model.getSolution = () => {
              const solution = read();
              return { ...solution, colValue: solution.colValue.map((one) => one + shift) };
            };
            return model;
          },
  });
}

test('a solver of which no point can be confirmed leaves a cell unproved, and that comes to an end', () => {
  const cells = [
    { id: 'a', value: 3, status: 'sensitive', protectUpper: 1 },
    { id: 'b', value: 2 },
    { id: 'c', value: 9 },
    { id: 's', value: 14, status: 'fixed' },
    { id: 't', value: 34, status: 'fixed' },
  ];
  const relations = [
    { rhs: 0, terms: Object.entries({ a: 1, b: 1, c: 1, s: -1 }) },
    { rhs: 0, terms: Object.entries({ a: 1, b: 2, c: 3, t: -1 }) },
  ];
  const read = parseTable(JSON.stringify({ cells, relations }));
  assert.ok(read.ok);
  const options = { clock: () => 0, seconds: 1 };
  const proved = protectTable(solver, read.table, options);
  assert.ok(proved.ok && proved.objective === 11);
  const result = protectTable(solverThatMissesBy(1e-3), read.table, options);
  assert.deepEqual(result, { ok: false, reason: noTime, cell: 0 });
});
