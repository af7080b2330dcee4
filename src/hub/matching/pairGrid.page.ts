import { measureById } from '../../measures/registry.ts';
import { chartLegend } from '../../page/chartLegend.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { type MarkedStatus, statusMark } from '../../page/statusMark.ts';
import { table } from '../../page/table.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { GridCell } from './gridCell.ts';
import { gridGroups } from './gridMeasures.ts';
import { cellPath } from './matchingPath.ts';
import type { MatchedParty } from './pairReading.store.ts';

/** Measure x group for all districts of the partnership at once: in each place a line a district, which leads to its page. */
export function pairGrid(home: string, parties: readonly MatchedParty[]): Html {
  const cells = parties.flatMap(({ grid }) => grid.cells);
  const measures = [...new Set(cells.map(({ measureId }) => measureId))].map(measureById);
  const groups = gridGroups.filter(({ code }) => cells.some(({ group }) => group === code));
  return html`<div class="pair-grid">${chartLegend(
    parties.map(({ shortName, role }) => ({ name: shortName, role, look: 'mark' })),
  )}${table<(typeof groups)[number]>({
    caption: 'Needs and strengths by measure and student group',
    captionHidden: true,
    phone: 'scroll',
    columns: [
      { header: 'Students', kind: 'header', cell: ({ name }) => name },
      ...measures.map((measure) => ({
        header: measure.shortName,
        cell: ({ code }: (typeof groups)[number]) =>
          pairCell(
            cellPath(home, measure.id, code),
            `${measure.shortName}, ${studentGroupName(code)}`,
            parties.map((party) => ({ party, cell: party.grid.find(measure.id, code) })),
          ),
      })),
    ],
    rows: groups,
    note: 'A strength does better, a need worse, than is expected of a district that serves such students: in level, in progress, or in both. Mixed is better in one and worse in the other. An empty place is a group that too few districts report.',
  })}</div>`;
}

function pairCell(
  href: string,
  about: string,
  lines: readonly { readonly party: MatchedParty; readonly cell: GridCell | undefined }[],
): Content {
  if (lines.every(({ cell }) => !cell)) return '';
  return html`<a class="pair-cell" href="${href}"><span class="visually-hidden">${about}. </span>${lines.map(
    ({ party, cell }) =>
      html`<span class="pair-line"><span class="${`pair-key pair-key-${party.role}`}" aria-hidden="true"></span><span class="visually-hidden">${party.shortName}: </span>${statusMark(shownStatus(cell))}<span class="visually-hidden">. </span></span>`,
  )}</a>`;
}

/** The status as a mark: better in one and worse in the other is told apart from nothing at all. */
export function shownStatus(cell: GridCell | undefined): MarkedStatus {
  if (!cell) return 'not reported';
  return cell.contradictory ? 'mixed' : cell.status;
}
