import { badge } from '../../page/badge.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { gridPath, similarPath } from '../matching/matchingPath.ts';
import type { DistrictReading } from './districtReading.store.ts';
import type { SimilarDistrict } from './evidenceRows.ts';

/** The districts that serve like students: by name, with what sets each apart. Their outcomes chose nothing. */
export function similarBlock(home: string, { similar, district, syntheticBands }: DistrictReading): Content {
  if (similar.length === 0) {
    return emptyState({
      title: 'No similar districts',
      body: 'Either none serves like students closely enough, or the public file that tells has not been loaded.',
    });
  }
  const byName = [...similar].sort((a, b) => a.name.localeCompare(b.name));
  return html`${syntheticBands ? html`<p>${badge('synthetic')} These districts are made up by the sample generator.</p>` : ''}<p>${similar.length} districts serve students like those of ${district.name}: ${byName.map((one) => one.name).join(', ')}.</p>
<p><a href="${similarPath(home, district.cds)}">Each of them, factor by factor</a>; <a href="${gridPath(home, district.cds)}">needs and strengths of ${district.name}</a>.</p>
${details({
  summary: 'How similar, and in what they differ most',
  body: table<SimilarDistrict>({
    caption: 'Similar districts by name',
    captionHidden: true,
    columns: [
      {
        header: 'District',
        kind: 'header',
        cell: (one) => `${one.name}${one.county ? ` (${one.county})` : ''}`,
      },
      { header: 'Distance', kind: 'number', cell: (one) => formatNumber(one.distance, 2) },
      { header: 'Differs most in', cell: differsMostIn },
    ],
    rows: byName,
    note: 'Chosen by whom they serve (size, English learners, poverty, disability, race and ethnicity, grade span), never by results. Homeless counts depend on how a district records them.',
  }),
})}`;
}

/** Under correlation a factor may bring two districts nearer (a negative contribution); shares are of what sets them apart. */
function differsMostIn({ contributions }: SimilarDistrict): string {
  const apart = Object.entries(contributions).filter(([, value]) => value > 0);
  const total = apart.reduce((sum, [, value]) => sum + value, 0);
  return apart
    .sort(([, a], [, b]) => b - a)
    .slice(0, 2)
    .map(([factor, value]) => `${factor.replaceAll('_', ' ')} (${Math.round((100 * value) / total)} %)`)
    .join(', ');
}
