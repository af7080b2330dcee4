import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ledoitWolf } from './ledoitWolf.ts';

/** Park & Miller's generator, so that the same table can be made anywhere: x <- 16807 x mod (2^31 - 1). */
function table(rows: number, columns: number): number[][] {
  let x = 1;
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => {
      x = (16807 * x) % 2147483647;
      return (x % 1000) / 100;
    }),
  );
}

function close(actual: number, expected: number, within = 1e-12): void {
  assert.ok(
    Math.abs(actual - expected) <= within * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

// Expected digits: scikit-learn 1.9.1, `covariance, shrinkage = sklearn.covariance.ledoit_wolf(X)`, X made as above.

test('five rows of three variables shrink by 0.78', () => {
  const { covariance, shrinkage, mean } = ledoitWolf(table(5, 3));
  close(shrinkage, 0.7836157879310174);
  const expected = [
    [7.743974030561808, -0.029856693581278074, -0.9133664145116582],
    [-0.029856693581278074, 10.079931615678696, -0.14407293607977004],
    [-0.9133664145116582, -0.14407293607977004, 10.761590353759495],
  ];
  for (const [i, row] of expected.entries())
    for (const [j, value] of row.entries()) close(covariance[i]?.[j] as number, value);
  close(mean[0] as number, 6.42);
});

test('3 rows of 5 variables, 200 of 15, 7 of 1, 2 of 2 and a constant variable give the same as scikit-learn', () => {
  const constant = table(6, 2).map((row) => [...row, 4]);
  for (const [rows, shrinkage, trace, squares] of [
    [table(3, 5), 0.48139789884745915, 33.496199999999995, 328.8721115965021],
    [table(200, 15), 0.958361836322418, 123.71204367749995, 1020.4468919829438],
    [table(7, 1), 0, 8.617248979591837, 74.25697997627655],
    [table(2, 2), 0, 17.650925, 311.55515335562507],
    [constant, 0.5640505832216839, 16.636783333333334, 102.68150560828988],
  ] as const) {
    const shrunk = ledoitWolf(rows);
    close(shrunk.shrinkage, shrinkage);
    close(
      shrunk.covariance.reduce((sum, row, i) => sum + (row[i] as number), 0),
      trace,
    );
    close(
      shrunk.covariance.flat().reduce((sum, value) => sum + value * value, 0),
      squares,
    );
  }
});

test('a million added to every value changes the shrinkage by less than 1e-8', () => {
  const far = table(5, 3).map((row) => row.map((value) => value + 1e6));
  close(ledoitWolf(far).shrinkage, 0.7836157879310174, 1e-8);
});

test('equal rows have no covariance and no shrinkage', () => {
  const { covariance, shrinkage } = ledoitWolf([
    [1, 2],
    [1, 2],
    [1, 2],
  ]);
  assert.equal(shrinkage, 0);
  assert.deepEqual(covariance, [
    [0, 0],
    [0, 0],
  ]);
});

test('one row, unequal rows and a missing value are refused', () => {
  assert.throws(() => ledoitWolf([[1, 2]]), /two rows/);
  assert.throws(() => ledoitWolf([[1, 2], [3]]), /1 values/);
  assert.throws(() => ledoitWolf([[1], [Number.NaN]]), /NaN/);
});
