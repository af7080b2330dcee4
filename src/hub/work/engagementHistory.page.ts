import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { EngagementStep } from './engagement.ts';
import { engagementReasonName } from './engagementReasons.ts';
import type { EngagementVersion } from './engagements.store.ts';

const steps: Readonly<Record<EngagementStep, string>> = {
  asked: 'Asked',
  offered: 'Offered',
  proposed: 'Proposed',
  agreed: 'Agreed to',
  changed: 'Changed',
  tested: 'Transfer test answered',
  'not yet': 'Transfer: not yet',
  suspended: 'Suspended',
  resumed: 'Taken up again',
  closed: 'Closed',
};

/** Every version of an engagement, newest first: what was done, by which district, and how it was worded then. */
export function engagementHistory(versions: readonly EngagementVersion[], parties: readonly Party[]): Html {
  return table<EngagementVersion>({
    caption: 'Versions of the work, newest first',
    captionHidden: true,
    columns: [
      { header: 'What', kind: 'header', cell: ({ step }) => steps[step] },
      {
        header: 'By whom',
        cell: ({ madeBy, madeAt, actingId }) =>
          html`${madeBy}, ${parties.find(({ districtId }) => districtId === actingId)?.shortName}<br><span class="quiet">${formatMoment(madeAt)}</span>`,
      },
      { header: 'Why', cell: whyText },
      {
        header: 'As it was then',
        cell: ({ title, startsOn, endsOn }) =>
          html`${title}<br><span class="quiet">${formatDate(startsOn)} to ${formatDate(endsOn)}</span>`,
      },
    ],
    rows: versions,
  });
}

function whyText(version: EngagementVersion): Content {
  const { step, words } = version;
  const reason = step === 'closed' || step === 'suspended' ? engagementReasonName(version) : '';
  return html`${reason}${reason && words ? ': ' : ''}${words}`;
}
