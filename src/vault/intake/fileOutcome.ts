import type { FileDifference } from './factTables.store.ts';
import type { IntakeFinding } from './findingList.ts';

/** What became of a file. */
export type FileOutcome = {
  readonly file: string;
  readonly path: string;
  /** unchanged: the vault holds this file already, or a correction of it. */
  readonly status: 'loaded' | 'refused' | 'unchanged';
  readonly layout: string | null;
  readonly title: string | null;
  readonly profile: string | null;
  readonly schoolYear: number | null;
  readonly rows: number;
  /** Rows that became facts; a file that is refused keeps none. */
  readonly kept: number;
  readonly newStudents: number;
  readonly errors: number;
  readonly notes: number;
  readonly rules: readonly {
    readonly rule: string;
    readonly severity: 'error' | 'note';
    readonly count: number;
  }[];
  /** The first thousand of each rule. */
  readonly findings: readonly IntakeFinding[];
  readonly supersedes: ({ readonly file: string } & FileDifference) | null;
};
