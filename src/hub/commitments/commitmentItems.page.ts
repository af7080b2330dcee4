import { badge } from '../../page/badge.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { type Item, itemList } from '../../page/itemList.ts';
import type { Member } from '../store/view.ts';
import { engagementPath } from '../work/workPlace.page.ts';
import { commitmentPath } from './commitmentPath.ts';
import { commitmentStanding, standingWords } from './commitmentStanding.ts';
import type { Commitment } from './commitments.store.ts';
import type { EngagementName } from './engagementNames.store.ts';
import { isOwnedBy, mayActOnCommitment } from './mayActOnCommitment.ts';

const tones = {
  overdue: 'bad',
  'due soon': 'attention',
  open: 'neutral',
  done: 'good',
  dropped: 'neutral',
} as const;

/** How a commitment stands, as a sign and words. */
export function standingBadge(commitment: Pick<Commitment, 'state' | 'due'>, today: string): Html {
  return badge(tones[commitmentStanding(commitment, today)], standingWords(commitment, today));
}

export type ShownCommitments = {
  readonly home: string;
  readonly member: Member;
  /** Calendar date. */
  readonly today: string;
  readonly csrfToken: string;
  readonly engagements: readonly EngagementName[];
  /** The page they stand on, to which whoever marks one done comes back; the list where none is given. */
  readonly here?: string;
};

/** Commitments to read and to do, in the order given; whoever may, marks one done with one press. */
export function commitmentItems(commitments: readonly Commitment[], shown: ShownCommitments): Html {
  return itemList(commitments.map((commitment) => commitmentItem(commitment, shown)));
}

function commitmentItem(commitment: Commitment, shown: ShownCommitments): Item {
  const { home, member, today, csrfToken, engagements, here = 'list' } = shown;
  const { id, what, owner, due, firstDue, engagementId, state, doneOn, words } = commitment;
  const engagement = engagements.find((one) => one.id === engagementId);
  const isMine = isOwnedBy(commitment, member.personId);
  const path = commitmentPath(home, id);
  return {
    title: what,
    href: path,
    badges: html`${standingBadge(commitment, today)}${commitment.ownerLeft && state === 'open' ? html` ${badge('bad', 'Nobody owns it')}` : ''}`,
    body: state === 'open' ? undefined : (words ?? undefined),
    meta: html`${isMine ? html`<strong>Yours</strong>` : owner.name}, ${
      state === 'done' && doneOn
        ? `done on ${formatDate(doneOn)}`
        : html`due ${formatDate(due)}${firstDue === due ? '' : html`, first promised for ${formatDate(firstDue)}`}`
    }${engagement ? html` · <a href="${engagementPath(home, engagement.id)}">${engagement.title}</a>` : ''}`,
    action:
      state === 'open' && mayActOnCommitment(member, commitment)
        ? doneButton(`${path}/done`, commitment.version, { csrfToken, here })
        : undefined,
  };
}

type Pressed = { readonly csrfToken: string; readonly here: string };

function doneButton(action: string, version: number, { csrfToken, here }: Pressed): Content {
  return form({
    action,
    csrfToken,
    submit: 'Mark done',
    submitTone: 'second',
    body: html`<input type="hidden" name="version" value="${String(version)}"><input type="hidden" name="from" value="${here}">`,
  });
}
