import type { SeriesRole } from '../vocabulary/seriesRole.ts';
import type { WithheldReason } from '../vocabulary/cell.ts';

/**
 * One school year (named by the calendar year in which it ends) of a series. `value` places the mark, `text` is the
 * formatted figure people read. `null` breaks the line; with a reason the year is marked as withheld, without one it
 * is a year that has no figure, and `text` says why (`no test`).
 */
export type YearPoint = {
  readonly year: number;
  readonly value: number | null;
  readonly text: string;
  readonly withheld?: WithheldReason;
};

export type Series = {
  readonly name: string;
  readonly role: SeriesRole;
  readonly points: readonly YearPoint[];
};

/** Targets of a district by year, drawn dashed; an `old` one was replaced and stays faintly visible. */
export type TargetSeries = Series & { readonly old?: boolean };

/** A shaded range by year, such as the middle half of similar districts. */
export type Band = {
  readonly name: string;
  readonly points: readonly {
    readonly year: number;
    readonly low: number;
    readonly high: number;
    readonly text: string;
  }[];
};

/** A value worth a line of its own, such as 0 where the standard is met. */
export type ReferenceLine = { readonly value: number; readonly label: string };

/** The first school year of something that started; its line stands before it. */
export type StartLine = { readonly year: number; readonly label: string };
