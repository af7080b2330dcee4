import type { Content } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { hoursText } from '../commitments/hoursBalance.ts';
import { exchangeOf } from './exchange.ts';
import type { ResourceReading } from './resourceReading.store.ts';

/** Hours and gifts of both districts, in both directions. */
export function exchangeTable(
  reading: Pick<ResourceReading, 'parties' | 'hours' | 'inKind' | 'rates'>,
): Content {
  return table({
    caption: 'Hours and gifts of each district',
    captionHidden: true,
    columns: [
      { header: 'District', kind: 'header', cell: ({ shortName }) => shortName },
      { header: 'Hours given', kind: 'number', cell: ({ own }) => hoursText(own.quarterHoursGiven) },
      { header: 'Hours got', kind: 'number', cell: ({ own }) => hoursText(own.quarterHoursReceived) },
      {
        header: 'Worth of the hours given',
        kind: 'number',
        cell: ({ own }) => (own.hoursCents === null ? 'Not valued' : formatMoney(own.hoursCents)),
      },
      {
        header: 'Gifts in kind',
        kind: 'number',
        cell: ({ own }) =>
          own.gifts === 0
            ? 'None'
            : `${own.gifts}, ${formatMoney(own.giftsCents)}${own.giftsNotValued > 0 ? `, ${own.giftsNotValued} not valued` : ''}`,
      },
    ],
    rows: reading.parties.map((party) => ({ ...party, own: exchangeOf(party.districtId, reading) })),
    note: 'Hours count once both sides have confirmed them. Each district sets the rate of its own hours, or none.',
  });
}
