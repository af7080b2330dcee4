import { formatDate } from '../../page/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { objectClassName } from './accountCode.ts';
import type { MatchedLine, ResourceReading } from './resourceReading.store.ts';
import { ledgerFilePath } from './resourcesPlace.page.ts';

/** Lines of the ledgers, the newest first, with the work they pay for and the file they come from. */
export function lineTable(
  home: string,
  { engagements, imports }: Pick<ResourceReading, 'engagements' | 'imports'>,
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
      {
        header: 'Pays for',
        cell: ({ engagementId }) => engagements.find(({ id }) => id === engagementId)?.title ?? 'Not said',
      },
      {
        header: 'From',
        cell: ({ importId, line }) =>
          html`<a href="${ledgerFilePath(home, importId)}">Line ${line}</a><span class="visually-hidden"> of ${imports.find(({ id }) => id === importId)?.fileName}</span>`,
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
