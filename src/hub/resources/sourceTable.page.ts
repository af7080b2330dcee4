import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { nameIn, sourceKinds } from './resourceKinds.ts';
import type { ResourceReading } from './resourceReading.store.ts';
import { districtName, periodText } from './resourceWords.page.ts';
import { sourcePath } from './resourcesPlace.page.ts';
import type { FundingSource } from './sources.store.ts';

/** What the ledgers show for a funding source, in cents. */
export function spentOf({ lines }: Pick<ResourceReading, 'lines'>, sourceId: string): number {
  return lines
    .filter((line) => line.holds === 'spending' && line.sourceId === sourceId)
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}

/** Every funding source with what the ledgers show of it. */
export function sourceTable(home: string, reading: ResourceReading): Content {
  return table<FundingSource>({
    caption: 'Funding sources',
    captionHidden: true,
    columns: [
      {
        header: 'Source',
        kind: 'header',
        cell: ({ id, name }) => html`<a href="${sourcePath(home, id)}">${name}</a>`,
      },
      { header: 'Kind', cell: ({ kind }) => nameIn(sourceKinds, kind) },
      { header: 'Of', cell: ({ districtId }) => districtName(reading, districtId) },
      { header: 'From and until', cell: periodText },
      { header: 'Amount', kind: 'number', cell: ({ amountCents }) => formatMoney(amountCents) },
      { header: 'Spent', kind: 'number', cell: ({ id }) => formatMoney(spentOf(reading, id)) },
    ],
    rows: reading.fundingSources,
    empty: 'No funding source is written down yet.',
    note: 'Spent: as far as the ledgers that were brought go.',
  });
}
