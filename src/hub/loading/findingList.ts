import type { Finding } from '../../vocabulary/finding.ts';

/** The findings of one file: the first thousand are kept, the rest counted. */
export type FindingList = {
  readonly add: (finding: Finding) => void;
  readonly kept: readonly Finding[];
  readonly errors: number;
  readonly notes: number;
};

const mostKept = 1000;

/** Keeps errors before notes: a note gives way when the list is full. */
export function findingList(): FindingList {
  const kept: Finding[] = [];
  const counts = { errors: 0, notes: 0 };
  return {
    kept,
    get errors() {
      return counts.errors;
    },
    get notes() {
      return counts.notes;
    },
    add: (finding) => {
      counts[finding.severity === 'error' ? 'errors' : 'notes'] += 1;
      if (kept.length < mostKept) kept.push(finding);
      else if (finding.severity === 'error') {
        const note = kept.findLastIndex(({ severity }) => severity === 'note');
        if (note >= 0) kept.splice(note, 1, finding);
      }
    },
  };
}
