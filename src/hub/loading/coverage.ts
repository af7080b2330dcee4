import type { CdsLevel } from '../../vocabulary/cds.ts';

/** What a file covers, as it is kept beside it: two files of one layout that cover the same are versions of each other. */
export type Coverage = {
  /** Loaded as part of the sample, or holding made-up figures. */
  readonly sample: boolean;
  readonly levels: readonly CdsLevel[];
  /** The two digits of each: a file of one county is no version of another county's. */
  readonly counties: readonly string[];
  readonly years: readonly number[];
  readonly datasets: readonly string[];
};

export function coverageText({ sample, levels, counties, years, datasets }: Coverage): string {
  return JSON.stringify({
    sample,
    levels: levels.toSorted(),
    counties: counties.toSorted(),
    years: years.toSorted((a, b) => a - b),
    datasets: datasets.toSorted(),
  });
}

/**
 * Whether a new file takes the place of an older one of the same layout: when both cover the same; and any
 * published file takes the place of the sample's, so that made-up figures never stand beside published ones.
 */
export function supersedes(newer: string, older: string): boolean {
  if (newer === older) return true;
  const [now, before] = [JSON.parse(newer) as Coverage, JSON.parse(older) as Coverage];
  return !now.sample && before.sample;
}
