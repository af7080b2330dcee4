import { activeSetWeights } from './activeSetWeights.ts';
import { certifyWeights } from './certifyWeights.ts';
import type { WeightCertificate } from './effect.ts';
import { type Gaps, gapsToTarget } from './gapsToTarget.ts';
import { marginNewton } from './marginNewton.ts';
import type { SimplexProblem } from './simplexProblem.ts';

export type CertifiedWeights = {
  /** One a column, none negative, with sum 1. */
  readonly weights: Float64Array;
  readonly certificate: WeightCertificate;
};

/** What a certificate of an optimum shows; a better one is not asked for. */
const proven = 1e-12;

/**
 * The weights that solve a `SimplexProblem`, with the proof. Two exact ways that end after finitely many steps:
 * `marginNewton` where the ridge is strong or the columns reach the target in many ways, `activeSetWeights` elsewhere
 * and wherever the first gives no proof. Should neither prove its answer to 1e-12, the better one is returned with the
 * certificate it has; it is for the caller to look at it. `start` names columns that probably have weight, which
 * changes the time taken and not the answer.
 *
 * Throws a RangeError without columns or rows, on a number that is not finite, or on a negative ridge.
 */
export function simplexWeights(problem: SimplexProblem, start: readonly number[] = []): CertifiedWeights {
  problemMustBeWhole(problem);
  const gaps = gapsToTarget(problem);
  const { rows, columns } = gaps;
  const newton = () => certified(gaps, marginNewton(gaps, maskOf(start, columns)));
  const wide = columns > rows + 1;
  const ridgeIsStrong = gaps.ridge > 1e-5 * nearest(gaps.curvature) && rows <= 2 * columns;
  const first = ridgeIsStrong ? newton() : undefined;
  if (first && isProven(first)) return first;
  const seeds = first ? supportOf(first.weights) : start;
  const limit = wide && !first ? rows + 2 : columns;
  const second = activeSet(gaps, seeds, limit);
  if (second.ended && isProven(second)) return second;
  const third = !first && wide ? newton() : undefined;
  if (third && isProven(third)) return third;
  const last = limit < columns ? activeSet(gaps, supportOf(second.weights), columns) : second;
  return [last, third, first].reduce<CertifiedWeights>(
    (best, one) => (one && residualOf(one) < residualOf(best) ? one : best),
    last,
  );
}

function activeSet(
  gaps: Gaps,
  start: readonly number[],
  limit: number,
): CertifiedWeights & { ended: boolean } {
  const { weights, ended } = activeSetWeights(gaps, start, limit);
  return { weights, ended, certificate: certifyWeights(gaps, weights) };
}

function certified(gaps: Gaps, weights: Float64Array | undefined): CertifiedWeights | undefined {
  return weights && { weights, certificate: certifyWeights(gaps, weights) };
}

function residualOf({ certificate }: CertifiedWeights): number {
  return Math.max(certificate.stationarity, certificate.dual, certificate.primal);
}

function isProven(result: CertifiedWeights): boolean {
  return residualOf(result) <= proven;
}

function supportOf(weights: Float64Array): number[] {
  const support: number[] = [];
  for (let j = 0; j < weights.length; j++) if ((weights[j] as number) > 0) support.push(j);
  return support;
}

function maskOf(columns: readonly number[], length: number): Uint8Array | undefined {
  if (columns.length === 0) return undefined;
  const mask = new Uint8Array(length);
  for (const column of columns) mask[column] = 1;
  return mask;
}

function nearest(curvature: Float64Array): number {
  return curvature.reduce((least, value) => Math.min(least, value), Infinity);
}

function problemMustBeWhole({ rows, columns, matrix, target, ridge }: SimplexProblem): void {
  if (!(rows > 0 && columns > 0)) throw new RangeError('weights need at least one row and one column');
  if (matrix.length !== rows * columns || target.length !== rows)
    throw new RangeError(
      `${matrix.length} and ${target.length} numbers are not ${columns} columns of ${rows}`,
    );
  if (!(ridge >= 0)) throw new RangeError(`a ridge is not negative: ${ridge}`);
  for (const numbers of [matrix, target])
    for (let i = 0; i < numbers.length; i++)
      if (!Number.isFinite(numbers[i])) throw new RangeError(`weights cannot take ${numbers[i]}`);
}
