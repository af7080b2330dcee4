import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { objectClassName } from './accountCode.ts';
import type { MatchedLine, ResourceReading } from './resourceReading.store.ts';
import { ledgerFilePath } from './resourcesPlace.page.ts';

/** Lines of the ledgers, the newest first, with what they belong to and the file they come from. */
export function lineTable(
  home: string,
  reading: ResourceReading,
  lines: readonly MatchedLine[],
  most = 12,
): Content {
  const sum = lines.reduce((cents, { amountCents }) => cents + amountCents, 0);
  return table<MatchedLine>({
    caption: 'Lines of the ledgers, newest first',
    captionHidden: true,
    columns: [
      { header: 'What', kind: 'header', cell: ({ description }) => description || 'No description' },
      { header: 'Day', cell: ({ day }) => formatDate(day) },
      {
        header: 'Object',
        cell: ({ objectCode }) => `${objectCode} ${objectClassName(objectCode).toLowerCase()}`,
      },
      { header: 'Belongs to', cell: (line) => belongsTo(reading, line) },
      {
        header: 'From',
        cell: ({ importId, line }) =>
          html`<a href="${ledgerFilePath(home, importId)}">${`Line\u00a0${line}`}</a><span class="visually-hidden"> of ${reading.imports.find(({ id }) => id === importId)?.fileName}</span>`,
      },
      { header: 'Amount', kind: 'number', cell: ({ amountCents }) => formatMoney(amountCents) },
    ],
    rows: lines.toReversed().slice(0, most),
    empty: 'The ledgers show nothing yet.',
    note:
      lines.length > 0
        ? `${lines.length === 1 ? 'One line' : `${lines.length} lines`}, ${formatMoney(sum)} in all.${lines.length > most ? ` The newest ${most} are shown.` : ''}`
        : undefined,
  });
}

/** The work a line pays for; where that is not said, the flexibility or the money it comes from. */
function belongsTo(
  { engagements, flexibilities, fundingSources }: ResourceReading,
  { engagementId, flexibilityId, sourceId }: MatchedLine,
): string {
  return (
    engagements.find(({ id }) => id === engagementId)?.title ??
    flexibilities.find(({ id }) => id === flexibilityId)?.title ??
    fundingSources.find(({ id }) => id === sourceId)?.name ??
    'Nothing here'
  );
}
