import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LogitStop } from '../logit.ts';
import { groupTimeContrast } from './groupTimeContrast.ts';
import { groupTimeDesign, type GroupTimeMethod } from './groupTimeDesign.ts';

type Contrast = {
  readonly changes: readonly number[];
  readonly treated: readonly (0 | 1)[];
  readonly columns: readonly (readonly number[])[];
};

function estimate({ changes, treated, columns }: Contrast, method: GroupTimeMethod, stop?: LogitStop) {
  const design = groupTimeDesign(
    Float64Array.from(treated),
    columns.map((column) => Float64Array.from(column)),
    method,
    stop,
  );
  return design.ok ? groupTimeContrast(Float64Array.from(changes), design) : design;
}

const methods: readonly GroupTimeMethod[] = ['regression', 'inverse probability', 'doubly robust'];

function close(actual: number, expected: number, within = 1e-12): void {
  assert.ok(
    Math.abs(actual - expected) <= within * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

/** Park & Miller's numbers x <- 16807 x mod (2^31 - 1) from 1, as R made them too: 40 rows of x1, x2, change, chance. */
function madeUp(): Contrast {
  let x = 1;
  const next = () => {
    x = (16807 * x) % 2147483647;
    return (x % 1000) / 100;
  };
  const rows = Array.from({ length: 40 }, () => [next(), next(), next(), next()] as const);
  return {
    changes: rows.map(([, , change]) => change),
    treated: rows.map(([first, second, , chance]) => (chance + 0.5 * first - 0.3 * second > 6 ? 1 : 0)),
    columns: [rows.map(() => 1), rows.map(([first]) => first), rows.map(([, second]) => second)],
  };
}

function rowsOf(contrast: Contrast, rows: readonly number[]): Contrast {
  const pick = <T>(values: readonly T[]) => rows.map((row) => values[row] as T);
  return {
    changes: pick(contrast.changes),
    treated: pick(contrast.treated),
    columns: contrast.columns.map(pick),
  };
}

test('16 treated of 40 with two covariates have the three effects that lm and glm of R 4.2.2 give', () => {
  // mean(dy[D]) - mean of predict(lm(dy ~ x1 + x2, D == 0)); sums weighted by p / (1 - p) of glm(D ~ x1 + x2); both.
  const expected = [0.1998729333295874, -0.01730908883241256, 0.08884468778445739];
  for (const [k, method] of methods.entries()) {
    const found = estimate(madeUp(), method);
    assert.ok(found.ok);
    close(found.effect, expected[k] as number);
    close(
      found.influence.reduce((sum, value) => sum + value, 0),
      0,
    );
  }
});

test('the influence of a row is what one more copy of it does to the effect, among 100 copies of all', () => {
  const contrast = madeUp();
  const all = Array.from({ length: 4000 }, (_, i) => i % 40);
  for (const method of methods) {
    const base = estimate(contrast, method);
    assert.ok(base.ok);
    const most = Math.max(...base.influence.map(Math.abs));
    for (let row = 0; row < 40; row++) {
      const copied = estimate(rowsOf(contrast, [...all, row]), method);
      assert.ok(copied.ok);
      const found = 4001 * (copied.effect - base.effect);
      assert.ok(
        Math.abs(found - (base.influence[row] as number)) < 0.005 * most,
        `${method}, row ${row}: ${found} is not ${base.influence[row]}`,
      );
    }
  }
});

test('without covariates all three are the difference of the mean changes: (3 + 5) / 2 less (1 + 2 + 3) / 3', () => {
  const contrast = {
    changes: [3, 1, 5, 2, 3],
    treated: [1, 0, 1, 0, 0],
    columns: [[1, 1, 1, 1, 1]],
  } as const;
  for (const method of methods) {
    const found = estimate(contrast, method);
    assert.ok(found.ok);
    close(found.effect, 2);
    // By hand: 5 (y - mean) / 2 for the treated, -5 (y - mean) / 3 for the others.
    for (const [i, value] of [-2.5, 5 / 3, 2.5, 0, -5 / 3].entries())
      close(found.influence[i] as number, value);
  }
});

test('changes that a covariate explains wholly leave the effect 4 by regression and doubly robust', () => {
  const x = [1, 2, 3, 4, 5, 6, 7, 8];
  const treated = [0, 1, 0, 1, 0, 0, 1, 1] as const;
  const contrast = {
    changes: x.map((value, i) => 3 * value + 4 * (treated[i] ?? 0)),
    treated,
    columns: [x.map(() => 1), x],
  };
  for (const method of ['regression', 'doubly robust'] as const) {
    const found = estimate(contrast, method);
    assert.ok(found.ok);
    close(found.effect, 4);
  }
});

test('collinear covariates are refused, and covariates that tell the treated apart where odds are needed', () => {
  const collinear = { ok: false, reason: 'the covariates are collinear in a comparison' };
  const apart = { ok: false, reason: 'the covariates tell a group from its comparison' };
  const ones = [1, 1, 1, 1, 1, 1];
  const base = { changes: [1, 2, 3, 4, 5, 7], treated: [1, 0, 1, 0, 0, 0] } as const;
  const twice = { ...base, columns: [ones, ones] };
  for (const method of methods) assert.deepEqual(estimate(twice, method), collinear);
  const separated = { ...base, columns: [ones, [9, 1, 8, 2, 3, 1]] };
  assert.deepEqual(estimate(separated, 'doubly robust'), apart);
  assert.deepEqual(estimate(separated, 'inverse probability'), apart);
  assert.ok(estimate(separated, 'regression').ok);
  // R's early end finds probabilities of 0.999 and more there, which the package did refuses as well.
  assert.deepEqual(estimate(separated, 'doubly robust', 'deviance'), apart);
});
