import { type Content, type Html, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { noFigure } from '../../page/withheld.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { Slice } from './measureCounts.store.ts';
import { shortValue } from './shortValue.ts';
import { gradeWords, groupName, placeName } from './sliceChoice.ts';

type Line = { readonly first: Slice; readonly slices: readonly Slice[] };

/** A line a place, group and grade, a column a year: what it comes to, over how many students. */
export function sliceTable(name: string, slices: readonly Slice[]): Html {
  const years = [...new Set(slices.map(({ year }) => year))].sort((a, b) => a - b);
  const lines = [...Map.groupBy(slices, lineKey).values()].flatMap((own): Line[] =>
    own[0] ? [{ first: own[0], slices: own }] : [],
  );
  return table<Line>({
    caption: `${name}: raw counts by place, group, grade and year`,
    captionHidden: true,
    phone: 'scroll',
    rows: lines,
    empty: 'Nobody was counted in such a slice.',
    columns: [
      { header: 'Place', kind: 'header', cell: ({ first }) => placeName(first) },
      { header: 'Students', cell: ({ first }) => groupName(first.group) },
      { header: 'Grade', cell: ({ first }) => gradeWords(first.grade) },
      ...years.map((year) => ({
        header: schoolYearName(year),
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
