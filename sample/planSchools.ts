import { drawSchoolEffects } from './drawEffects.ts';
import type { SeededRandom } from './seededRandom.ts';

export type DistrictKind = 'unified' | 'elementary' | 'high';

/** A school before it has students: its grades (0 is kindergarten with its transitional year) and its seats in each. */
export type SchoolPlan = {
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  readonly seats: readonly number[];
  readonly charter: boolean;
  readonly alternative: boolean;
  readonly magnet: boolean;
  readonly effects: readonly number[];
};

type Tier = {
  readonly word: string;
  readonly lowest: number;
  readonly highest: number;
  readonly size: number;
};

const tiers = {
  elementary: { word: 'Elementary', lowest: 0, highest: 5, size: 800 },
  middle: { word: 'Middle', lowest: 6, highest: 8, size: 1200 },
  high: { word: 'High', lowest: 9, highest: 12, size: 2200 },
  toEight: { word: 'School', lowest: 0, highest: 8, size: 700 },
  toTwelve: { word: 'School', lowest: 0, highest: 12, size: 700 },
  continuation: { word: 'Continuation', lowest: 10, highest: 12, size: 400 },
} as const satisfies Record<string, Tier>;

/** Kindergarten seats hold transitional kindergarten too. */
const kindergartenWeight = 1.5;

/**
 * Divides a district's students over grades and schools of the usual sizes. Small districts have schools of wide
 * grade spans; large ones with high schools have an alternative school, whose seats are one in twenty-five.
 */
export function planSchools(
  place: string,
  kind: DistrictKind,
  students: number,
  random: SeededRandom,
): readonly SchoolPlan[] {
  const [lowest, highest] = kind === 'high' ? [9, 12] : kind === 'elementary' ? [0, 8] : [0, 12];
  const weight = highest - lowest + 1 + (lowest === 0 ? kindergartenWeight - 1 : 0);
  const perGrade = students / weight;
  return tiersOf(kind, students).flatMap((tier) => tierSchools(place, tier, perGrade, random));
}

/** Twelve sample schools: seven elementary, three middle and two high, for a district that is not synthetic itself. */
export function planSampleSchools(random: SeededRandom): readonly SchoolPlan[] {
  const counts: readonly [Tier, number][] = [
    [tiers.elementary, 7],
    [tiers.middle, 3],
    [tiers.high, 2],
  ];
  return counts.flatMap(([tier, count]) => {
    const grades = tier.highest - tier.lowest + 1;
    return tierSchools('Sample', tier, (count * tier.size) / grades, random, 1, count);
  });
}

function tiersOf(kind: DistrictKind, students: number): readonly (Tier & { share?: number })[] {
  if (kind === 'high') return students < 2500 ? [tiers.high] : withContinuation([tiers.high]);
  if (kind === 'elementary') return students < 1500 ? [tiers.toEight] : [tiers.elementary, tiers.middle];
  if (students < 700) return [tiers.toTwelve];
  if (students < 2000) return [tiers.toEight, tiers.high];
  const all = [tiers.elementary, tiers.middle, tiers.high];
  return students < 8000 ? all : withContinuation(all);
}

function withContinuation(all: readonly Tier[]): readonly (Tier & { share?: number })[] {
  return [...all, { ...tiers.continuation, share: 0.04 }];
}

function tierSchools(
  place: string,
  tier: Tier & { share?: number },
  perGrade: number,
  random: SeededRandom,
  share = tier.share ?? 1,
  fixedCount?: number,
): readonly SchoolPlan[] {
  const grades = Array.from({ length: tier.highest - tier.lowest + 1 }, (_, index) => tier.lowest + index);
  const ofGrade = (grade: number) => perGrade * share * (grade === 0 ? kindergartenWeight : 1);
  const students = grades.reduce((sum, grade) => sum + ofGrade(grade), 0);
  const count = fixedCount ?? Math.max(1, Math.round(students / tier.size));
  const sizes = Array.from({ length: count }, () => Math.exp(0.22 * random.normal()));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const alternative = tier.word === 'Continuation';
  return sizes.map((size, index) => ({
    name: count === 1 ? `${place} ${tier.word}` : `${place} ${tier.word} ${index + 1}`,
    lowest: tier.lowest,
    highest: tier.highest,
    seats: grades.map((grade) => Math.max(1, Math.round((ofGrade(grade) * size) / total))),
    charter: count > 3 && random.uniform() < 0.06,
    alternative,
    magnet: count > 3 && random.uniform() < 0.05,
    effects: drawSchoolEffects(random, alternative),
  }));
}
