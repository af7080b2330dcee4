import { schoolYearName } from '../vocabulary/schoolYear.ts';
import type { WithheldReason } from '../vocabulary/cell.ts';
import type { Language } from '../vocabulary/language.ts';
import { pageWords } from './pageWords.ts';
import type { Series, YearPoint } from './series.ts';

function pointWords(point: YearPoint, language: Language): string {
  const words = pageWords(language);
  const text = point.value === null && point.withheld ? words.withheld.toLowerCase() : point.text;
  return `${text} (${schoolYearName(point.year)})`;
}

/** `Fresno: −80.6 (2022-23), −75.8 (2023-24).` for each series: what a chart shows to those who do not see it. */
export function seriesWords(series: readonly Series[], language: Language = 'en'): string {
  return series
    .map((one) => {
      const points = one.points.map((point) => pointWords(point, language)).join(', ');
      return `${one.name}: ${points || pageWords(language).noFigure}.`;
    })
    .join(' ');
}

type Run = { readonly reason: WithheldReason; readonly first: number; last: number };

/** Withheld years in a row with the same reason; a year without any figure does not end the row. */
function withheldRuns(points: readonly YearPoint[]): Run[] {
  const runs: Run[] = [];
  let open: Run | undefined;
  for (const point of points) {
    if (point.value !== null) open = undefined;
    else if (point.withheld && open?.reason === point.withheld) open.last = point.year;
    else if (point.withheld) {
      open = { reason: point.withheld, first: point.year, last: point.year };
      runs.push(open);
    }
  }
  return runs;
}

/** `Long Beach 2021-22 to 2022-23: too few students`, a line for each row of withheld years, as notes under a chart. */
export function withheldNotes(series: readonly Series[], language: Language = 'en'): string[] {
  const words = pageWords(language);
  return series.flatMap((one) =>
    withheldRuns(one.points).map(({ reason, first, last }) => {
      const until = last > first ? ` ${words.until} ${schoolYearName(last)}` : '';
      return `${one.name} ${schoolYearName(first)}${until}: ${words.withheldShort[reason]}`;
    }),
  );
}
