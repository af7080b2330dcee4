import { badge } from '../../page/badge.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { numberLink } from '../../page/numberLink.ts';
import { table } from '../../page/table.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYear, schoolYearName } from '../../vocabulary/schoolYear.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { District } from '../evidence/evidenceRows.ts';
import { figurePath } from '../evidence/figurePath.ts';
import { shortValue } from '../evidence/figureText.page.ts';
import { effectInterval, shortEffect, shortExpected } from './cellWords.ts';
import type { GridCell, GridLevel, GridProgress } from './gridCell.ts';
import { cellPath } from './matchingPath.ts';
import { shownStatus } from './pairGrid.page.ts';

/** One measure of one district: each group's figure, what is expected, the difference with its interval, level and progress. */
export function districtGridTable(
  home: string,
  district: District,
  measure: MeasureDefinition,
  cells: readonly GridCell[],
): Html {
  const year = cells[0]?.schoolYear ?? 0;
  const hasProgress = cells.some(({ progress }) => progress);
  return html`<div class="district-grid">${table<GridCell>({
    caption: `${measure.shortName}, ${schoolYearName(year)}${measure.unit === 'points' ? ', in points' : ''}`,
    captionHidden: true,
    phone: 'scroll',
    columns: [
      {
        header: `Students, ${schoolYearName(year)}`,
        kind: 'header',
        cell: ({ group }) =>
          html`<a href="${cellPath(home, measure.id, group)}">${studentGroupName(group)}</a>`,
      },
      { header: 'Status', cell: (cell) => badge(shownStatus(cell)) },
      { header: 'Counted', kind: 'number', cell: ({ level }) => (level ? formatNumber(level.n) : '') },
      {
        header: measure.unit === 'points' ? 'Points' : 'Figure',
        kind: 'number',
        cell: ({ level, group }) =>
          level
            ? numberLink({
                text: shortValue(String(level.value), measure),
                href: figurePath(home, district.cds, {
                  measure: measure.id,
                  group,
                  schoolYear: schoolYear(year),
                  grade: 'all',
                }),
                about: `${district.name}, ${measure.shortName}, ${studentGroupName(group)}`,
              })
            : '',
      },
      {
        header: 'Expected',
        kind: 'number',
        cell: ({ level }) => (level ? shortExpected(level.expected, measure) : ''),
      },
      { header: 'Difference', kind: 'number', cell: ({ level }) => difference(level, measure) },
      ...(hasProgress
        ? [
            {
              header: 'A year',
              kind: 'number' as const,
              cell: ({ progress, level }: GridCell) =>
                progress
                  ? shortEffect(progress.perYear, progress, measure)
                  : level
                    ? html`<span class="quiet">too few years</span>`
                    : '',
            },
            {
              header: 'Expected a year',
              kind: 'number' as const,
              cell: ({ progress }: GridCell) =>
                progress ? shortEffect(progress.expectedPerYear, progress, measure) : '',
            },
            {
              header: 'Difference a year',
              kind: 'number' as const,
              cell: ({ progress }: GridCell) => difference(progress, measure),
            },
          ]
        : []),
    ],
    rows: cells,
  })}</div>`;
}

/** The effect with its interval; heavier where it is called. */
function difference(part: GridLevel | GridProgress | null, measure: MeasureDefinition): Content {
  if (!part) return '';
  const text = shortEffect(part.effect, part, measure);
  return html`${part.judgement === 'as expected' ? text : html`<strong>${text}</strong>`} <span class="interval-text">(${effectInterval(part.interval, part, measure)})</span>`;
}
