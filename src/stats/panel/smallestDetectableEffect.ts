import { normalQuantile } from '../normalQuantile.ts';

export type DetectionOptions = {
  /** Chance of seeing an effect where there is none; default 0.05, two-sided. */
  readonly level?: number;
  /** Chance of seeing an effect of this size; default 0.8. */
  readonly power?: number;
};

/**
 * The smallest true effect that a design with this standard error would show as different from zero, with the
 * given power: (z(1 - level / 2) + z(power)) x standard error, so 2.8 standard errors by default. In units of
 * the outcome. H. S. Bloom (1995), "Minimum detectable effects", Evaluation Review 19, 547-556. Throws a
 * RangeError on a level or power outside (0, 1) or a negative standard error.
 */
export function smallestDetectableEffect(
  standardError: number,
  { level = 0.05, power = 0.8 }: DetectionOptions = {},
): number {
  for (const share of [level, power])
    if (!(share > 0 && share < 1)) throw new RangeError(`a share lies between 0 and 1, not at ${share}`);
  if (!(standardError >= 0)) throw new RangeError(`a standard error is not negative: ${standardError}`);
  return (normalQuantile(1 - level / 2) + normalQuantile(power)) * standardError;
}
