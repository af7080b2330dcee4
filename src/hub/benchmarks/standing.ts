import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { StudentGroup } from '../../vocabulary/studentGroup.ts';
import { type Figures, isShown } from '../evidence/figures.ts';
import { figureVariance, type Spreads } from '../evidence/figureVariance.ts';
import type { SourcedFigure } from '../evidence/figureRow.ts';
import { type Pace, type PaceQuestion, pace } from './pace.ts';

/** The part of a target series that pace needs; values are decimal text. */
export type SeriesLike = {
  readonly baseline: { readonly year: number; readonly value: string };
  readonly targets: readonly { readonly year: number; readonly value: string }[];
};

/** Where one district stands against its own targets. */
export type Standing = {
  /** The newest figure that is shown; undefined when none is. */
  readonly newest: SourcedFigure | undefined;
  /** Null when the measure has no direction, no last target follows the baseline, or nothing was promised. */
  readonly pace: Pace | null;
  /** Students behind the newest shown figure. */
  readonly students: number | null;
};

/** Reads a district's figures against its target series: the last target decides the pace. */
export function standingOf(
  series: SeriesLike | undefined,
  subject: { readonly measure: MeasureDefinition; readonly group: StudentGroup },
  figures: Figures,
  spreads: Spreads,
): Standing {
  const { measure, group } = subject;
  const years = figures.years(measure.id);
  const found = years.flatMap((year) => figures.find(measure.id, group.code, year) ?? []);
  const newest = found.findLast(isShown);
  const students = newest?.figure.n ?? null;
  const last = series?.targets.at(-1);
  if (!series || !last || measure.direction === 'context' || last.year <= series.baseline.year) {
    return { newest, pace: null, students };
  }
  const variance = (sourced: SourcedFigure | undefined) =>
    sourced ? figureVariance(sourced.figure, measure, group.code, spreads) : null;
  const baselineFigure = found.find((sourced) => sourced.subject.schoolYear === series.baseline.year);
  const later = found
    .filter((sourced) => sourced.subject.schoolYear > series.baseline.year)
    .map((sourced): PaceQuestion['later'][number] => {
      const year = sourced.subject.schoolYear;
      if (isShown(sourced)) return { year, value: Number(sourced.figure.value), variance: variance(sourced) };
      return {
        year,
        withheld: sourced.figure.seen === 'suppressed' ? sourced.figure.reason : 'few students',
      };
    });
  return {
    newest,
    students,
    pace: pace({
      direction: measure.direction,
      baseline: {
        year: series.baseline.year,
        value: Number(series.baseline.value),
        variance: variance(baselineFigure),
      },
      target: { year: last.year, value: Number(last.value) },
      later,
      latestYear: years.at(-1) ?? series.baseline.year,
    }),
  };
}
