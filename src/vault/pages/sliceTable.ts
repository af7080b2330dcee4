import { type Content, type Html, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { noFigure } from '../../page/withheld.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import type { Slice } from './measureCounts.store.ts';
import { shortValue } from './shortValue.ts';
import { gradeWords, groupName, placeName } from './sliceChoice.ts';
import { yearHeader } from './yearHeader.ts';

type Line = { readonly first: Slice; readonly slices: readonly Slice[] };

/** What tells lines apart, in the order in which a line says it. */
const facets: readonly { readonly header: string; readonly words: (slice: Slice) => string }[] = [
  { header: 'Place', words: placeName },
  { header: 'Students', words: ({ group }) => groupName(group) },
  { header: 'Grade', words: ({ grade }) => gradeWords(grade) },
];

/** What all of the slices share, for the sentence above their table: `The district, all grades`. */
export function sharedFacets(slices: readonly Slice[]): string {
  const shared = facets.filter(({ words }) => new Set(slices.map(words)).size === 1);
  const said = shared.map(({ words }) => slices[0] && words(slices[0])).join(', ');
  return said.replaceAll(/, (All|Grades?) /g, (part) => part.toLowerCase());
}

/** A line a place, group and grade, a column a year: what it comes to, over how many students. What all share is left out. */
export function sliceTable(name: string, slices: readonly Slice[]): Html {
  const years = [...new Set(slices.map(({ year }) => year))].sort((a, b) => a - b);
  const lines = [...Map.groupBy(slices, lineKey).values()].flatMap((own): Line[] =>
    own[0] ? [{ first: own[0], slices: own }] : [],
  );
  const telling = facets.filter(({ words }) => new Set(slices.map(words)).size > 1);
  const shown = telling.length > 0 ? telling : facets.slice(1, 2);
  return table<Line>({
    caption: `${name}: raw counts by place, group, grade and year`,
    captionHidden: true,
    phone: 'scroll',
    rows: lines,
    empty: 'Nobody was counted in such a slice.',
    columns: [
      ...shown.map(({ header, words }, at) => ({
        header,
        kind: at === 0 ? ('header' as const) : ('text' as const),
        cell: ({ first }: Line) => words(first),
      })),
      ...years.map((year) => ({
        header: yearHeader(year),
        kind: 'number' as const,
        cell: (line: Line) => sliceCell(line.slices.find((one) => one.year === year)),
      })),
    ],
  });
}

function lineKey({ school, grade, group }: Slice): string {
  return `${school} ${grade} ${group}`;
}

function sliceCell(slice: Slice | undefined): Content {
  if (!slice) return noFigure();
  const { numerator, n, denominator } = slice;
  const over =
    numerator !== null
      ? `${formatNumber(numerator)} of ${formatNumber(n)}`
      : denominator === null
        ? `n ${formatNumber(n)}`
        : `${formatNumber(n)} students`;
  return html`${shortValue(slice)}<br><span class="quiet">${over}</span>`;
}
