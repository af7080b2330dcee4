import { z } from 'zod';
import { nearestWithin } from '../../stats/nearestWithin.ts';
import { solveLower } from '../../stats/solveLower.ts';
import { type SimilarityFactorId, similarityFactors } from './similarityFactor.ts';

/** Whom a district serves. A factor that is not known is absent: it is never filled in. */
export type DistrictProfile = {
  readonly districtId: string;
  readonly schoolYear: number;
  /** Everybody enrolled at some time in the year, charter schools that the district authorises included. */
  readonly students: number;
  /** Students outside charter schools on the census day of `ownYear`; null where no loaded file tells them apart. */
  readonly ownStudents: number | null;
  readonly ownYear: number | null;
  readonly factors: Readonly<Partial<Record<SimilarityFactorId, number>>>;
};

/** How profiles are compared: mean and standard deviation of each factor, and L with L L' = their shrunk covariance. */
export const ProfileSpaceShape = z.object({
  means: z.array(z.number()),
  deviations: z.array(z.number()),
  lower: z.array(z.array(z.number())),
});
export type SharedSpace = z.infer<typeof ProfileSpaceShape>;

/** Below this share of its own among the students counted, a district's figures are mostly those of charter schools. */
const mostlyOwn = 0.5;

/** Whether most of the students whom the state counts for a district are in charter schools that it authorises. */
export function isMostlyCharter({ students, ownStudents }: DistrictProfile): boolean {
  return ownStudents !== null && ownStudents < mostlyOwn * students;
}

/** The factors that a profile misses. */
export function missingFactors({ factors }: DistrictProfile): SimilarityFactorId[] {
  return similarityFactors.map(({ id }) => id).filter((id) => factors[id] === undefined);
}

/**
 * The row of a design for one profile: 1, then each factor in standard deviations from the mean of all districts (0 for a factor
 * that is the same everywhere). Undefined when a factor is missing.
 */
export function designRow(
  profile: DistrictProfile,
  { means, deviations }: SharedSpace,
): number[] | undefined {
  const row = [1];
  for (const [i, { id }] of similarityFactors.entries()) {
    const value = profile.factors[id];
    if (value === undefined) return undefined;
    const deviation = deviations[i] ?? 0;
    row.push(deviation > 0 ? (value - (means[i] ?? 0)) / deviation : 0);
  }
  return row;
}

export type ProfileDistance = {
  readonly distance: number;
  readonly contributions: Readonly<Record<SimilarityFactorId, number>>;
};

/** The distance of any two districts, with what each factor adds to its square; undefined when a factor is missing. */
export function distanceOfProfiles(
  one: DistrictProfile,
  other: DistrictProfile,
  shared: SharedSpace,
): ProfileDistance | undefined {
  const rows = [designRow(one, shared), designRow(other, shared)];
  const [a, b] = rows;
  if (!a || !b) return undefined;
  const every = similarityFactors.map((_, i) => i);
  const factors = every.filter((i) => (shared.deviations[i] ?? 0) > 0);
  const whitened = [a, b].map((row) =>
    solveLower(
      shared.lower,
      factors.map((i) => row[i + 1] as number),
    ),
  );
  const { similar } = nearestWithin(
    {
      ok: true,
      units: [0, 1],
      incomplete: [],
      factors,
      constant: every.filter((i) => !factors.includes(i)),
      points: Float64Array.from(whitened.flat()),
      lower: shared.lower,
      scales: factors.map(() => 1),
    },
    0,
    1,
    Infinity,
  );
  const [found] = similar;
  if (!found) return undefined;
  const contributions = Object.fromEntries(
    similarityFactors.map(({ id }, i) => [id, found.contributions[i] ?? 0]),
  );
  return { distance: found.distance, contributions: contributions as ProfileDistance['contributions'] };
}
