import type { SchoolYear } from '../vocabulary/schoolYear.ts';
import type { Dataset, Place, Sink } from './layout.ts';
import type { ProfileFactorId } from './profileFactor.ts';

/** What one row says of one place in one year; a fact that the row does not hold (null) is not said. */
export type ProfileFacts = {
  value(factor: ProfileFactorId, value: string | number | null): void;
  words(factor: ProfileFactorId, words: string | null): void;
};

export function profileFacts(
  sink: Sink,
  place: Place,
  schoolYear: SchoolYear,
  dataset: Dataset,
): ProfileFacts {
  return {
    value(factor, value) {
      if (value !== null)
        sink.profile(place, { schoolYear, factor, value: String(value), words: null }, dataset);
    },
    words(factor, words) {
      if (words !== null) sink.profile(place, { schoolYear, factor, value: null, words }, dataset);
    },
  };
}
