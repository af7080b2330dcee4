import { schoolYearName } from '../vocabulary/schoolYear.ts';
import type { Language } from './language.ts';
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

/** `Long Beach 2022-23: too few students`, a line for each withheld figure, as a note under the chart. */
export function withheldNotes(series: readonly Series[], language: Language = 'en'): string[] {
  const words = pageWords(language);
  return series.flatMap((one) =>
    one.points.flatMap((point) =>
      point.value === null && point.withheld
        ? [`${one.name} ${schoolYearName(point.year)}: ${words.withheldShort[point.withheld]}`]
        : [],
    ),
  );
}
