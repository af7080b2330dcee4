import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { focusAreas, modes } from '../../vocabulary/partnership.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { type Engagement, playing } from './engagement.ts';
import { engagementReasonName } from './engagementReasons.ts';
import { nextStepOf } from './nextStep.ts';
import { nextStepWords } from './nextStepWords.ts';
import { standingBadge } from './standingWords.page.ts';
import { engagementPath } from './workPlace.page.ts';

/** What a list of engagements knows beside them; `ownId` is the reader's district. */
export type ShownList = {
  readonly home: string;
  readonly parties: readonly Party[];
  readonly ownId: string | null;
  readonly today: string;
};

/** Engagements one under the other, each with how it stands and what comes next. */
export function engagementItems(engagements: readonly Engagement[], list: ShownList): Content {
  return itemList(
    engagements.map((engagement) => ({
      title: engagement.title,
      href: engagementPath(list.home, engagement.id),
      badges: standingBadge(engagement, list.today),
      body: engagement.state === 'closed' ? endText(engagement) : nextText(engagement, list),
      meta: metaText(engagement, list),
    })),
  );
}

function nameIn({ parties }: ShownList, districtId: string | undefined): string {
  return parties.find((party) => party.districtId === districtId)?.shortName ?? '';
}

function nextText(engagement: Engagement, list: ShownList): string {
  const step = nextStepOf(engagement, list.today);
  const who = step.waitsFor.map((id) => nameIn(list, id)).join(' and ') || 'Nobody';
  const { today } = list;
  return nextStepWords({ engagement, step, who, today, formatDay: formatDate }).sentence;
}

function endText(engagement: Engagement): Content {
  return html`${engagementReasonName(engagement)}.${engagement.words ? html` <q>${engagement.words}</q>` : ''}`;
}

function metaText(engagement: Engagement, list: ShownList): string {
  const area = focusAreas.find(({ id }) => id === engagement.focusArea)?.name ?? '';
  const owners = engagement.parties.flatMap(({ owner }) => owner?.name ?? []);
  const owned = owners.length > 0 ? `, owned by ${owners.join(' and ')}` : '';
  return `${area}. ${modeText(engagement, list)}${owned}. ${formatDate(engagement.startsOn)} to ${formatDate(engagement.endsOn)}.`;
}

function modeText(engagement: Engagement, list: ShownList): string {
  const helper = playing(engagement, 'helps');
  return helper
    ? `${nameIn(list, helper.districtId)} helps ${nameIn(list, playing(engagement, 'is helped')?.districtId)}`
    : (modes.find(({ id }) => id === engagement.mode)?.name ?? '');
}
