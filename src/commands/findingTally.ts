import type { Finding } from '../vocabulary/finding.ts';

const keptOfARule = 20;

/** Findings of one file: of each rule the first twenty are kept and all are counted. */
export type FindingTally = {
  readonly add: (finding: Finding) => void;
  /** The kept ones, rule after rule in the order in which the rules were first broken. */
  readonly kept: () => readonly Finding[];
  readonly counts: ReadonlyMap<string, number>;
  readonly errors: () => number;
};

export function findingTally(): FindingTally {
  const byRule = new Map<string, Finding[]>();
  const counts = new Map<string, number>();
  let errors = 0;
  return {
    add: (finding) => {
      const { rule } = finding;
      const count = (counts.get(rule) ?? 0) + 1;
      counts.set(rule, count);
      if (finding.severity === 'error') errors++;
      if (count === 1) byRule.set(rule, [finding]);
      else if (count <= keptOfARule) byRule.get(rule)?.push(finding);
    },
    kept: () => [...byRule.values()].flat(),
    counts,
    errors: () => errors,
  };
}
