import { outcomeYears, type Subgroup, subgroups } from './outcomesLayout.ts';

/** What is counted of the students of one place, year and group. Sums are of whole points from the standard. */
export const slots = [
  'absenceCounted',
  'absent',
  'suspensionCounted',
  'suspended',
  'mathTested',
  'mathSum',
  'elaTested',
  'elaSum',
  'cohort',
  'graduates',
  'dropouts',
  'aToG',
  'preparedCohort',
  'prepared',
  'completers',
  'inCollege',
] as const;
export type Slot = (typeof slots)[number];

/** Counts of one place by year, group and slot, as whole numbers in one array. */
export type Tally = Int32Array;

const yearLength = subgroups.length * slots.length;
const groupPlaces = new Map<string, number>(subgroups.map((group, index) => [group, index]));

/** The place of each slot. */
export const slotAt = Object.fromEntries(slots.map((slot, index) => [slot, index])) as {
  readonly [slot in Slot]: number;
};

export function newTally(): Tally {
  return new Int32Array(outcomeYears.length * yearLength);
}

/** Adds an amount in one year (from 0) and slot for each of the groups, given as places in `subgroups`. */
export function addCount(
  tally: Tally,
  year: number,
  groups: readonly number[],
  slot: number,
  amount: number,
): void {
  const from = year * yearLength + slot;
  for (let index = 0; index < groups.length; index += 1) {
    const place = from + (groups[index] as number) * slots.length;
    tally[place] = (tally[place] as number) + amount;
  }
}

/** One count of a tally; `year` counts from 0. */
export function countOf(tally: Tally, year: number, group: Subgroup, slot: Slot): number {
  return tally[year * yearLength + (groupPlaces.get(group) ?? 0) * slots.length + slotAt[slot]] ?? 0;
}

/** Adds the counts of `from` to `to`. */
export function addTally(to: Tally, from: Tally): void {
  for (let place = 0; place < to.length; place += 1) to[place] = (to[place] ?? 0) + (from[place] ?? 0);
}
