import type { Grade } from './grade.ts';
import type { SchoolYear } from './schoolYear.ts';
import type { StudentGroupCode } from './studentGroup.ts';

/** Why a cell shows no figure. */
export type WithheldReason =
  | 'few students'
  | 'protects another cell'
  | 'earlier release'
  | 'agreement'
  | 'not reported';

/**
 * What may be seen of a slice. `n` is the number of students behind the figure (the denominator),
 * `numerator` the number of them counted, `value` the published figure in the measure's own unit as decimal
 * text: a rate is derived from its counts where those exist, a mean has no numerator.
 */
export type Figure =
  | {
      readonly seen: 'shown';
      readonly n: number | null;
      readonly numerator: number | null;
      readonly value: string;
    }
  | { readonly seen: 'coded'; readonly n: number | null; readonly text: string }
  | { readonly seen: 'suppressed'; readonly n: number | null; readonly reason: WithheldReason };

/** What a figure is about, apart from the place. */
export type Subject = {
  readonly measure: string;
  readonly schoolYear: SchoolYear;
  readonly grade: Grade;
  readonly group: StudentGroupCode;
};

export type Cell = { readonly subject: Subject; readonly figure: Figure };
