import { activeSetWeights } from './activeSetWeights.ts';
import { certifyWeights } from './certifyWeights.ts';
import type { WeightCertificate } from './effect.ts';
import { gapsToTarget } from './gapsToTarget.ts';
import { marginNewton } from './marginNewton.ts';
import { settleTies } from './settleTies.ts';
import type { SimplexProblem } from './simplexProblem.ts';

export type CertifiedWeights = {
  /** One a column, none negative, with sum 1. */
  readonly weights: Float64Array;
  readonly certificate: WeightCertificate;
};

/** What a certificate of an optimum shows; a better one is not asked for. */
const proven = 1e-12;

/**
 * The weights that solve a `SimplexProblem`, with the proof. They are exact: `marginNewton` where the ridge
 * is strong or columns are many, `activeSetWeights` elsewhere, both ending after finitely many steps, and
 * `settleTies` where several weights would do, so that the answer is the one of smallest norm. Should none
 * prove its answer to 1e-12, the best is returned with the certificate it has; it is for the caller to look
 * at it. `start` names columns that probably have weight, which changes the time taken and not the answer.
 *
 * Throws a RangeError without columns or rows, on a number that is not finite, or on a negative ridge.
 */
export function simplexWeights(problem: SimplexProblem, start: readonly number[] = []): CertifiedWeights {
  problemMustBeWhole(problem);
  const gaps = gapsToTarget(problem);
  const tried: CertifiedWeights[] = [];
  const isProven = (weights: Float64Array | undefined) => {
    if (!weights) return false;
    tried.push({ weights, certificate: certifyWeights(gaps, weights) });
    return residualOf(tried.at(-1) as CertifiedWeights) <= proven;
  };
  const newton = () => isProven(marginNewton(gaps, maskOf(start, gaps.columns)));
  const { rows, columns } = gaps;
  const ridgeIsStrong = rows <= 2 * columns && gaps.ridge > 1e-5 * nearest(gaps.curvature);
  if ((ridgeIsStrong || columns > 4 * rows) && newton()) return best(tried);
  const { weights, ended, independence } = activeSetWeights(gaps, start);
  const isDone = isProven(weights) && ended;
  const mayTie = independence < 1e-9 || leavesTies(tried.at(-1) as CertifiedWeights);
  if (mayTie && isProven(settleTies(gaps, weights))) return tried.at(-1) as CertifiedWeights;
  if (!isDone) newton();
  return best(tried);
}

function leavesTies({ certificate }: CertifiedWeights): boolean {
  return (certificate.smallestInactiveMultiplier ?? Infinity) <= 1e-12;
}

function residualOf({ certificate }: CertifiedWeights): number {
  return Math.max(certificate.stationarity, certificate.dual, certificate.primal);
}

function best(tried: readonly CertifiedWeights[]): CertifiedWeights {
  return tried.reduce((least, one) => (residualOf(one) < residualOf(least) ? one : least));
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
