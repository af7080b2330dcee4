import { caliperOf } from '../stats/caliperOf.ts';
import { nearestWithin } from '../stats/nearestWithin.ts';
import { type ProfileRefusal, profileSpace } from '../stats/profileSpace.ts';
import { orthonormalDesign } from '../stats/shrinkage/orthonormalDesign.ts';
import { nearIds } from './nearIds.ts';
import type { Profile } from './readProfile.ts';

export type Peer = {
  readonly id: string;
  readonly distance: number;
  /** By factor; they sum to the squared distance. */
  readonly contributions: Readonly<Record<string, number>>;
};

export type PeersReport = {
  readonly id: string;
  /** Nearest first, none beyond the caliper. */
  readonly peers: readonly Peer[];
  readonly caliper: number;
  /** Units without all factors, and those of the k nearest that are too far to be called similar. */
  readonly excluded: readonly { readonly id: string; readonly why: string }[];
  /** How many units are as near as the caliper, whether listed or not. */
  readonly withinCaliper: number;
  readonly compared: number;
  readonly factors: readonly string[];
  /** Factors that are the same for all units and so separate nobody. */
  readonly constant: readonly string[];
  /** Factors that follow exactly from those before them, such as the last of shares that sum to 100. */
  readonly repeating: readonly string[];
};

export type PeersQuestion = {
  readonly id: string;
  readonly k: number;
  readonly caliper: number | undefined;
  /** One a factor of the profile; 0 leaves the factor out. */
  readonly weights: readonly number[];
};

/** The units most like one of them, with what each factor adds, or in one sentence why that cannot be said. */
export function peersReport(
  whole: Profile,
  question: PeersQuestion,
): PeersReport | { readonly refusal: string } {
  const profile = withoutWeightless(whole, question.weights);
  const { ids, factors, table } = profile;
  const unit = ids.indexOf(question.id);
  if (unit < 0) return { refusal: `There is no unit "${question.id}"${didYouMean(question.id, ids)}` };
  const lacking = missingIn(table[unit] ?? [], factors);
  if (lacking.length > 0)
    return {
      refusal: `"${question.id}" has no ${lacking.join(', ')}: fill that in, or leave the factor out of the profile (weight 0).`,
    };
  const space = profileSpace(table, profile.weights);
  if (!space.ok) return { refusal: refusalOf(space.reason, profile) };
  const caliper = question.caliper ?? caliperOf(space);
  const nearest = nearestWithin(space, space.units.indexOf(unit), question.k, Infinity).similar;
  const { similar, withinCaliper } = nearestWithin(space, space.units.indexOf(unit), question.k, caliper);
  return {
    id: question.id,
    peers: similar.map((one) => ({
      id: ids[one.unit] as string,
      distance: one.distance,
      contributions: Object.fromEntries(factors.map((factor, i) => [factor, one.contributions[i] ?? 0])),
    })),
    caliper,
    excluded: [
      ...space.incomplete.map((one) => ({
        id: ids[one.unit] as string,
        why: `has no ${one.missing.map((factor) => factors[factor]).join(', ')}`,
      })),
      ...nearest.slice(similar.length).map((one) => ({
        id: ids[one.unit] as string,
        why: `too far to be called similar: distance ${one.distance.toFixed(2)}`,
      })),
    ],
    withinCaliper,
    compared: space.units.length,
    factors: space.factors.map((factor) => factors[factor] as string),
    constant: space.constant.map((factor) => factors[factor] as string),
    repeating: repeatingIn(table, factors),
  };
}

function refusalOf(reason: ProfileRefusal['reason'], { table, factors }: Omit<Profile, 'ids'>): string {
  if (reason === 'fewer than three complete units')
    return 'Fewer than three units have all factors: there is nobody to compare with. Fill in factors, or leave out those that many miss (weight 0).';
  if (reason === 'no factor differs between units')
    return 'Every factor is the same for all units: they cannot be told apart.';
  const repeating = repeatingIn(table, factors).join(', ');
  return `${repeating || 'A factor'} follows from the factors before it, so that no distance can be taken: leave it out (weight 0).`;
}

function withoutWeightless(profile: Profile, weights: readonly number[]) {
  const kept = [...profile.factors.keys()].filter((factor) => weights[factor] !== 0);
  return {
    ids: profile.ids,
    factors: kept.map((factor) => profile.factors[factor] as string),
    weights: kept.map((factor) => weights[factor] as number),
    table: profile.table.map((row) => kept.map((factor) => row[factor] as number)),
  };
}

function missingIn(row: readonly number[], factors: readonly string[]): string[] {
  return factors.filter((_, i) => Number.isNaN(row[i]));
}

/** Names of the factors that are a sum of multiples of a constant and of the factors before them, and that differ. */
function repeatingIn(table: readonly (readonly number[])[], factors: readonly string[]): readonly string[] {
  const complete = table.filter((row) => !row.some(Number.isNaN));
  const differs = (factor: number) => complete.some((row) => row[factor] !== complete[0]?.[factor]);
  const design = orthonormalDesign(complete.map((row) => [1, ...row]));
  if (design.ok) return [];
  return design.columns
    .filter((column) => differs(column - 1))
    .map((column) => factors[column - 1] as string);
}

function didYouMean(id: string, ids: readonly string[]): string {
  const near = nearIds(id, ids).map((one) => `"${one}"`);
  return near.length === 0 ? '.' : `; did you mean ${near.join(', ')}?`;
}
