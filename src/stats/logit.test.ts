import assert from 'node:assert/strict';
import { test } from 'node:test';
import { logit } from './logit.ts';
import { solveLower } from './solveLower.ts';
import { solveLowerTransposed } from './solveLowerTransposed.ts';

function close(actual: number, expected: number, within = 1e-10): void {
  assert.ok(
    Math.abs(actual - expected) <= within * Math.max(1, Math.abs(expected)),
    `${actual} is not ${expected}`,
  );
}

// R's mtcars: weight and horse power of 32 cars, and whether the gears are shifted by hand.
const weight = [
  2.62, 2.875, 2.32, 3.215, 3.44, 3.46, 3.57, 3.19, 3.15, 3.44, 3.44, 4.07, 3.73, 3.78, 5.25, 5.424, 5.345,
  2.2, 1.615, 1.835, 2.465, 3.52, 3.435, 3.84, 3.845, 1.935, 2.14, 1.513, 3.17, 2.77, 3.57, 2.78,
];
const power = [
  110, 110, 93, 110, 175, 105, 245, 62, 95, 123, 123, 180, 180, 180, 205, 215, 230, 66, 52, 65, 97, 150, 150,
  245, 175, 66, 91, 113, 264, 175, 335, 109,
];
const manual = [
  1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1,
];
const ones = manual.map(() => 1);

// Expected digits: R 4.2.2, glm(am ~ wt + hp, binomial, mtcars) carried on by Newton steps; the errors at its end.
// `vcov` of the glm itself takes the weights of the step before and differs by 5e-8.

test('hand gears in 32 cars have the coefficients, errors and probabilities of R', () => {
  const fit = logit([ones, weight, power], manual);
  assert.ok(fit.ok);
  close(fit.coefficients[0] as number, 18.8662987172041);
  close(fit.coefficients[1] as number, -8.083475182444628);
  close(fit.coefficients[2] as number, 0.03625559608221655);
  for (const [i, value] of [0.8423355365369382, 0.4047825327367416, 0.9702408222138892].entries())
    close(fit.probabilities[i] as number, value);
  const early = logit([ones, weight, power], manual, 'deviance');
  assert.ok(early.ok);
  close(early.coefficients[1] as number, -8.083475182444628, 1e-5);
  assert.ok(early.coefficients[1] !== fit.coefficients[1], 'glm stops before convergence');
  for (const [j, error] of [7.443558427981992, 3.06867527539071, 0.01773415433194745].entries()) {
    const unit = [0, 0, 0].map((_, k) => (k === j ? 1 : 0));
    const column = solveLowerTransposed(fit.lower, solveLower(fit.lower, unit));
    close(Math.sqrt(column[j] as number), error);
  }
});

test('a constant alone gives the share: 3 of 8 are log(3/5)', () => {
  const fit = logit([[1, 1, 1, 1, 1, 1, 1, 1]], [1, 0, 0, 1, 0, 0, 1, 0]);
  assert.ok(fit.ok);
  close(fit.coefficients[0] as number, Math.log(3 / 5));
  close(fit.probabilities[4] as number, 3 / 8);
});

test('columns that separate the outcomes, fully or but for a tie, are refused, and so are collinear ones', () => {
  const separated = { ok: false, reason: 'the columns separate the outcomes' };
  const four = [1, 1, 1, 1];
  assert.deepEqual(logit([four, [1, 2, 3, 4]], [0, 0, 1, 1]), separated);
  assert.deepEqual(logit([four, [1, 2, 2, 4]], [0, 0, 1, 1]), separated);
  assert.deepEqual(logit([four], [1, 1, 1, 1]), separated);
  assert.deepEqual(logit([four, four], [0, 1, 0, 1]), { ok: false, reason: 'the columns are collinear' });
  assert.throws(() => logit([four], [0, 1, 2, 1]), RangeError);
});

test('covariates of a million and of a millionth fit as well as those near 1', () => {
  const base = logit([ones, weight, power], manual);
  const scaled = logit([ones, weight.map((value) => 1e6 * value), power.map((value) => value / 1e6)], manual);
  assert.ok(base.ok && scaled.ok);
  close(1e6 * (scaled.coefficients[1] as number), base.coefficients[1] as number);
  close((scaled.coefficients[2] as number) / 1e6, base.coefficients[2] as number);
});
