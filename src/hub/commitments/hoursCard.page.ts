import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { balanceSentence, hoursBalance, hoursText } from './hoursBalance.ts';
import type { SharedHours } from './hours.store.ts';
import { directionText, hoursBadge, hoursPath, kindName } from './hoursWords.page.ts';
import { sidesOf } from './sides.ts';

type Shown = {
  readonly home: string;
  readonly engagementId: string;
  readonly parties: readonly Party[];
  /** Of whoever looks; null for somebody of no district. */
  readonly districtId: string | null;
  readonly mayEnter: boolean;
};

/** The hours both sides gave to one piece of work: the balance in a sentence, and what is not confirmed yet. */
export function hoursCard(
  hours: readonly SharedHours[],
  { home, engagementId, parties, districtId, mayEnter }: Shown,
): Html {
  const sides = sidesOf(parties, districtId);
  const own = sides.filter(({ isOwn }) => isOwn);
  const open = hours.filter(({ state }) => state === 'waiting' || state === 'disputed');
  const sentences = (own.length > 0 ? own : sides.slice(0, 1)).map(({ party, isOwn }) =>
    balanceSentence(hoursBalance(hours, party.districtId), {
      subject: isOwn ? 'We' : party.shortName,
      isOwn,
    }),
  );
  return card({
    title: 'Hours',
    id: 'hours',
    body:
      hours.length === 0
        ? html`<p class="quiet">No hours are entered for it yet.</p>`
        : html`<p>${sentences.join(' ')}</p>${itemList(
            open.map((one) => ({
              title: `${directionText(one, parties)} ${hoursText(one.quarterHours)}`,
              href: hoursPath(home, one.id),
              badges: hoursBadge(one, districtId),
              meta: `${kindName(one.kind)} on ${formatDate(one.day)}`,
            })),
          )}`,
    footer: mayEnter
      ? linkButton({
          label: 'Enter hours',
          href: `${home}/work/hours/new?engagement=${engagementId}`,
          tone: 'quiet',
        })
      : undefined,
  });
}
