import { schoolYearName } from '../vocabulary/schoolYear.ts';
import type { Content, Html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { pageWords } from './pageWords.ts';
import type { Band, Series, TargetSeries } from './series.ts';
import { table } from './table.ts';
import { noFigure, withheld } from './withheld.ts';

type YearTable = {
  readonly caption: string;
  readonly series: readonly Series[];
  readonly targets?: readonly TargetSeries[];
  readonly band?: Band;
  readonly language?: Language;
};

/** Every school year that any of the series, the targets or the band names, in order. */
export function yearsOf({ series, targets = [], band }: Omit<YearTable, 'caption'>): number[] {
  const points = [...series, ...targets].flatMap((one) => one.points.map((point) => point.year));
  return [...new Set([...points, ...(band?.points.map((point) => point.year) ?? [])])].sort((a, b) => a - b);
}

/** The figures behind a chart over years: a row a year, a column a series. */
export function yearTable({ caption, series, targets = [], band, language }: YearTable): Html {
  const words = pageWords(language);
  const textOf = (one: Series, year: number): Content => {
    const point = one.points.find((candidate) => candidate.year === year);
    if (!point) return noFigure(language);
    return point.value === null && point.withheld ? withheld(point.withheld, language) : point.text;
  };
  const column = (one: Series, header: string) => ({
    header,
    kind: 'number' as const,
    cell: (year: number) => textOf(one, year),
  });
  return table<number>({
    caption,
    captionHidden: true,
    phone: 'scroll',
    rows: yearsOf({ series, targets, band }),
    columns: [
      { header: words.schoolYear, kind: 'header', cell: schoolYearName },
      ...series.map((one) => column(one, one.name)),
      ...(band
        ? [
            {
              header: band.name,
              kind: 'number' as const,
              cell: (year: number) =>
                band.points.find((point) => point.year === year)?.text ?? noFigure(language),
            },
          ]
        : []),
      ...targets.map((one) => column(one, one.name)),
    ],
  });
}
