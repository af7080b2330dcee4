import type { Breach } from './breach.ts';

/** A breach at its place. */
export type IntakeFinding = Breach & { readonly line: number | null };

const keptOfARule = 1000;

/** The findings of one file: of each rule the first thousand are kept and all are counted. */
export type FindingList = {
  readonly add: (breach: Breach, line: number | null) => void;
  readonly kept: () => readonly IntakeFinding[];
  readonly counts: ReadonlyMap<string, { readonly severity: 'error' | 'note'; readonly count: number }>;
  readonly errors: () => number;
  readonly all: () => number;
};

export function findingList(): FindingList {
  const kept = new Map<string, IntakeFinding[]>();
  const counts = new Map<string, { severity: 'error' | 'note'; count: number }>();
  let [errors, all] = [0, 0];
  return {
    add: (breach, line) => {
      const key = `${breach.rule} (${breach.severity})`;
      const tally = counts.get(key) ?? { severity: breach.severity, count: 0 };
      tally.count += 1;
      counts.set(key, tally);
      all += 1;
      if (breach.severity === 'error') errors += 1;
      const own = kept.get(key) ?? [];
      if (tally.count === 1) kept.set(key, own);
      if (tally.count <= keptOfARule) own.push({ ...breach, line });
    },
    kept: () => [...kept.values()].flat(),
    counts,
    errors: () => errors,
    all: () => all,
  };
}
