import { schoolYearName } from '../../vocabulary/schoolYear.ts';

/** A shown figure of a school year. */
export type YearFigure = { readonly year: number; readonly value: number; readonly text: string };

/** A district's last figure before it took up a practice, and its newest since. */
export type BeforeAndSince = {
  readonly before: YearFigure | undefined;
  readonly since: YearFigure | undefined;
  /** The first school year that the practice can have touched whole: it began on or after the day. */
  readonly firstWholeYear: number;
};

/**
 * Splits figures, oldest first, at the day a practice was taken up. A school year counts as before when it ended before the day, and as
 * since when it began on the day or later, or at most two months before it; the year between belongs to neither.
 */
export function splitAt(figures: readonly YearFigure[], day: string): BeforeAndSince {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(5, 7));
  const underWay = month >= 7 ? year + 1 : year;
  const isEarly = month === 7 || month === 8 || (month === 9 && day.slice(8) === '01');
  const firstWholeYear = isEarly ? underWay : underWay + 1;
  return {
    before: figures.findLast((figure) => figure.year < underWay),
    since: figures.findLast((figure) => figure.year >= firstWholeYear),
    firstWholeYear,
  };
}

/**
 * What the figures of a district did around the day, in one sentence or two. It tells what moved and says that this is no
 * proof; `better` is the direction of the measure, null where it has none.
 */
export function beforeAndSinceSentence(
  { before, since, firstWholeYear }: BeforeAndSince,
  better: 'up' | 'down' | null,
): string {
  const first = schoolYearName(firstWholeYear);
  if (!before && !since) return `No figure is shown; the first whole year with it is ${first}.`;
  if (!since)
    return `${stood(before as YearFigure)} before. Too early: the first whole year with it is ${first}.`;
  if (!before) return `${stood(since)} since. No figure from before it is shown, so nothing can be compared.`;
  const moved =
    since.value === before.value || better === null
      ? ''
      : since.value > before.value === (better === 'up')
        ? ' Better than before'
        : ' Worse than before';
  const caution =
    moved === ''
      ? ' Before and after is no proof.'
      : `${moved}; before and after is no proof: other things changed too.`;
  return `${stood(before)} before, ${stood(since)} since.${caution}`;
}

function stood({ text, year }: YearFigure): string {
  return `${text} in ${schoolYearName(year)}`;
}
