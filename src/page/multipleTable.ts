import { schoolYearName } from '../vocabulary/schoolYear.ts';
import type { Content, Html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { pageWords } from './pageWords.ts';
import type { Series } from './series.ts';
import { table } from './table.ts';
import { noFigure, withheld } from './withheld.ts';

export type MultipleRow = { readonly label: string; readonly one: Series };

/** The figures behind small multiples: a row for each group and place, a column a school year. */
export function multipleTable(
  caption: string,
  rows: readonly MultipleRow[],
  years: readonly number[],
  language: Language = 'en',
): Html {
  const textOf = (one: Series, year: number): Content => {
    const point = one.points.find((candidate) => candidate.year === year);
    if (!point) return noFigure(language);
    return point.value === null && point.withheld ? withheld(point.withheld, language) : point.text;
  };
  return table<MultipleRow>({
    caption,
    captionHidden: true,
    phone: 'scroll',
    rows,
    columns: [
      {
        header: pageWords(language).shownFor,
        kind: 'header',
        cell: ({ label, one }) => `${label}, ${one.name}`,
      },
      ...years.map((year) => ({
        header: schoolYearName(year),
        kind: 'number' as const,
        cell: ({ one }: MultipleRow) => textOf(one, year),
      })),
    ],
  });
}
