import { formatNumber, formatPercent } from '../../vocabulary/formatNumber.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { type DistrictProfile, distanceOfProfiles, type SharedSpace } from './districtProfile.ts';
import { type SimilarityFactor, similarityFactors } from './similarityFactor.ts';

export type ComparedDistrict = {
  readonly name: string;
  readonly profile: DistrictProfile | undefined;
  /** Unduplicated pupils in percent of the census-day enrolment, where a file gives it. */
  readonly unduplicated: { readonly percent: string; readonly schoolYear: number } | null;
};

export type PairSimilarity = {
  readonly verdict: 'similar' | 'not similar' | 'cannot be compared';
  readonly title: string;
  readonly sentences: readonly string[];
  /** Cautions of the factors that set the two apart. */
  readonly cautions: readonly string[];
};

/** How many factors are named as what sets two districts apart. */
const mostNamed = 3;

/** Whether two districts serve like students, in plain words from their profiles: never that they do when they do not. */
export function pairSimilarity(
  one: ComparedDistrict,
  other: ComparedDistrict,
  compared: { readonly caliper: number; readonly space: SharedSpace } | undefined,
): PairSimilarity {
  const names = `${one.name} and ${other.name}`;
  const found =
    compared && one.profile && other.profile
      ? distanceOfProfiles(one.profile, other.profile, compared.space)
      : undefined;
  if (!compared || !found || !one.profile || !other.profile) {
    return {
      verdict: 'cannot be compared',
      title: `Whether ${names} serve like students cannot be told`,
      sentences: ['No loaded file gives both districts’ students by group.'],
      cautions: [],
    };
  }
  const isSimilar = found.distance <= compared.caliper;
  const apart = similarityFactors
    .filter(({ id }) => found.contributions[id] > 0)
    .sort((a, b) => found.contributions[b.id] - found.contributions[a.id])
    .slice(0, mostNamed);
  const differ = apart.map(
    (factor) =>
      `${inSentence(factor.name)} (${factorText(one.profile, factor)} in ${one.name}, ${factorText(other.profile, factor)} in ${other.name})`,
  );
  const distance = `Their distance is ${formatNumber(found.distance, 2)}; districts up to ${formatNumber(compared.caliper, 2)} are called similar.`;
  return {
    verdict: isSimilar ? 'similar' : 'not similar',
    title: isSimilar
      ? `${names} serve like students`
      : `${names} are not similar districts: do not compare one with the other`,
    sentences: [
      unduplicatedSentence(one, other),
      `They differ most in ${differ.join(', ')}.`,
      isSimilar
        ? distance
        : `${distance} Each is judged by what is expected of a district that serves its students, not by the other.`,
    ].filter((sentence) => sentence !== ''),
    cautions: apart.flatMap(({ caution }) => caution ?? []),
  };
}

/** A factor as a page shows it: students for the size, a percentage for a share. */
export function factorText(profile: DistrictProfile | undefined, { id }: SimilarityFactor): string {
  const value = profile?.factors[id];
  if (value === undefined) return 'not known';
  return id === 'size' ? `${formatNumber(Math.exp(value), 0)}\u00a0students` : formatPercent(100 * value, 1);
}

function unduplicatedSentence(one: ComparedDistrict, other: ComparedDistrict): string {
  const [a, b] = [one.unduplicated, other.unduplicated];
  if (!a || !b || a.schoolYear !== b.schoolYear) return '';
  return `Low-income students, English learners and foster youth, each counted once, are ${formatPercent(a.percent, 1)} of the students in ${one.name} and ${formatPercent(b.percent, 1)} in ${other.name} (${schoolYearName(a.schoolYear)}).`;
}
