import { type Headline, headlines, type Headlines } from './headlineFigures.ts';
import type { Intercepts, StudentDistrict } from './studentDistrict.ts';

/** How far a headline figure moves for a unit of its intercept, roughly; the search only needs the size and the sign. */
const slopes: Headlines = {
  math: 1,
  ela: 1,
  absence: 55,
  suspension: 6,
  graduation: 10,
  dropout: 16,
  aToG: 35,
  prepared: 12,
  college: 92,
  unduplicated: 85,
  learners: 68,
};

/**
 * Finds the intercepts with which a district comes near the wished figures, as `measured` counts them: every figure has an
 * intercept of its own, moved by the missing difference until the rounds end. Other figures, and every group's, follow from
 * who the students are and are not fitted.
 */
export function calibrate(
  district: StudentDistrict,
  wished: Headlines,
  measured: (district: StudentDistrict) => Headlines,
  rounds = 8,
): { readonly intercepts: Intercepts; readonly reached: Headlines } {
  let intercepts = district.intercepts;
  let reached = measured({ ...district, intercepts });
  for (let round = 0; round < rounds; round += 1) {
    const step = (figure: Headline): readonly [Headline, number] => [
      figure,
      intercepts[figure] + (0.85 * (wished[figure] - reached[figure])) / slopes[figure],
    ];
    intercepts = Object.fromEntries(headlines.map(step)) as Intercepts;
    reached = measured({ ...district, intercepts });
  }
  return { intercepts, reached };
}
