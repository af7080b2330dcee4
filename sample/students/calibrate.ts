import { headlineFigures, type Headlines } from './headlineFigures.ts';
import type { Intercepts, StudentDistrict } from './studentDistrict.ts';

/** How far a headline figure moves for a unit of its intercept, roughly; the search only needs the size. */
const slopes: Headlines = { math: 1, ela: 1, absence: 35, suspension: 4, graduation: 12, aToG: 28 };

/**
 * Finds the intercepts with which a district of this size comes near the wished figures of a year: every figure has an
 * intercept of its own, moved by the missing difference until it is met or the rounds end. Other figures, and every
 * group's, follow from who the students are and are not fitted.
 */
export function calibrate(
  district: StudentDistrict,
  year: number,
  wished: Headlines,
  rounds = 6,
): { readonly intercepts: Intercepts; readonly reached: Headlines } {
  let intercepts = district.intercepts;
  let reached = headlineFigures({ ...district, intercepts }, year);
  for (let round = 0; round < rounds; round += 1) {
    const step = (figure: keyof Headlines) =>
      intercepts[figure] + (0.9 * (wished[figure] - reached[figure])) / slopes[figure];
    intercepts = {
      math: step('math'),
      ela: step('ela'),
      absence: step('absence'),
      suspension: step('suspension'),
      graduation: step('graduation'),
      aToG: step('aToG'),
    };
    reached = headlineFigures({ ...district, intercepts }, year);
  }
  return { intercepts, reached };
}
