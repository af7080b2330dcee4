import { emptyState } from '../../page/emptyState.ts';
import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { findStudentGroup } from '../../vocabulary/studentGroup.ts';
import type { DistrictReading } from './districtReading.store.ts';
import type { LocalIndicator } from './evidenceRows.ts';

/** The state's differentiated assistance: the level of each year, and which groups met which priorities. */
export function assistanceBlock({ statuses, assistance }: DistrictReading): Content {
  const years = [...new Set([...statuses, ...assistance].map((row) => row.schoolYear))].sort((a, b) => b - a);
  if (years.length === 0) {
    return emptyState({
      title: 'No assistance file is loaded',
      body: 'Load the state’s LCFF assistance status workbook.',
    });
  }
  return table<number>({
    caption: 'Level of assistance by year',
    captionHidden: true,
    columns: [
      { header: 'Dashboard', kind: 'header', cell: (year) => String(year) },
      { header: 'Level', cell: (year) => statuses.find((row) => row.schoolYear === year)?.status ?? '' },
      {
        header: 'Groups that met the criteria',
        cell: (year) => {
          const groups = assistance.filter((row) => row.schoolYear === year);
          if (groups.length === 0) return html`<span class="quiet">none</span>`;
          return html`<ul class="plain">${groups.map(
            (row) =>
              html`<li>${findStudentGroup(row.group)?.name ?? row.group}: priorities ${row.priorities} <span class="quiet">(${row.letter})</span></li>`,
          )}</ul>`;
        },
      },
    ],
    rows: years,
    note: 'Priority 4 is pupil achievement, 5 engagement, 6 school climate, 8 broader outcomes. A group qualifies the district when it meets the criteria in two.',
  });
}

/** What the district says of itself under the state's local indicators; shown beside measures, never mixed with them. */
export function ratingsBlock({ ratings }: DistrictReading): Content {
  const years = [...new Set(ratings.map((row) => row.schoolYear))].sort((a, b) => b - a);
  const rated = ratings.filter((row) => row.rating !== null);
  if (ratings.length === 0) {
    return emptyState({
      title: 'No self-ratings are loaded',
      body: 'Load the state’s local indicator workbooks (priorities 2 and 3).',
    });
  }
  if (rated.length === 0) {
    return html`<p>This district answered in words (the narrative option) and gave no ratings in ${years.map((year) => schoolYearName(year)).join(', ')}. No rating is not a low rating.</p>`;
  }
  const items = [...Map.groupBy(rated, (row) => `${row.priority} ${row.item}`).values()];
  return table<LocalIndicator[]>({
    caption: 'Self-ratings, 1 (exploration) to 5 (full implementation and sustainability)',
    columns: [
      { header: 'Item', kind: 'header', cell: ([first]) => first?.item ?? '' },
      { header: 'Priority', cell: ([first]) => String(first?.priority ?? '') },
      ...years.map((year) => ({
        header: schoolYearName(year),
        kind: 'number' as const,
        cell: (rows: LocalIndicator[]) =>
          String(rows.find((row) => row.schoolYear === year)?.rating ?? 'not rated'),
      })),
    ],
    rows: items,
    note: 'Rated by the district itself. Districts differ in how strictly they rate: these are no measure and no comparison.',
  });
}
