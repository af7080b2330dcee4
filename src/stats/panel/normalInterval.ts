import { normalQuantile } from '../normalQuantile.ts';

/**
 * Lower and upper end of the interval in which the truth lies with probability `level` (default 0.95), if
 * estimates are normal around it with this standard error: estimate +- z x standard error. In units of the
 * estimate. Throws a RangeError on a level outside (0, 1) or a negative standard error.
 */
export function normalInterval(
  estimate: number,
  standardError: number,
  level = 0.95,
): readonly [lower: number, upper: number] {
  if (!(level > 0 && level < 1)) throw new RangeError(`a level lies between 0 and 1, not at ${level}`);
  if (!(standardError >= 0)) throw new RangeError(`a standard error is not negative: ${standardError}`);
  const reach = normalQuantile((1 + level) / 2) * standardError;
  return [estimate - reach, estimate + reach];
}
