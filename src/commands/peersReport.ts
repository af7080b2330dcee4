import { caliperOf } from '../stats/caliperOf.ts';
import { nearestWithin } from '../stats/nearestWithin.ts';
import { profileSpace } from '../stats/profileSpace.ts';
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
  if (unit < 0) return { refusal: `There is no unit "${question.id}"${nearIds(question.id, ids)}.` };
  const lacking = missingIn(table[unit] ?? [], factors);
  if (lacking.length > 0)
    return {
      refusal: `"${question.id}" has no ${lacking.join(', ')}: fill that in, or leave the factor out of the profile (weight 0).`,
    };
  const space = profileSpace(table, profile.weights);
  if (!space.ok) return { refusal: refusalWords[space.reason] };
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
  };
}

const refusalWords = {
  'fewer than three complete units':
    'Fewer than three units have all factors: there is nobody to compare with. Fill in factors, or leave out those that many miss (weight 0).',
  'no factor differs between units': 'Every factor is the same for all units: they cannot be told apart.',
  'factors repeat each other':
    'A factor follows from the others, so that no distance can be taken: leave one of them out (weight 0).',
} as const;

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

/** Ids that somebody may have meant: the same but for case, spaces and zeros in front, or one that holds it. */
function nearIds(id: string, ids: readonly string[]): string {
  const bare = (text: string) =>
    text
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .replace(/^0+/, '');
  const sought = bare(id);
  if (sought === '') return '';
  const near = ids.filter((one) => bare(one) === sought || bare(one).includes(sought)).slice(0, 5);
  return near.length > 0
    ? `; did you mean ${near.map((one) => `"${one}"`).join(', ')}?`.replace(/\?$/, '')
    : '';
}
