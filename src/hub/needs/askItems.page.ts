import { badge } from '../../page/badge.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Html, html } from '../../page/html.ts';
import { type Item, itemList } from '../../page/itemList.ts';
import { measureById } from '../../measures/registry.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { Party } from '../partnership/partnership.store.ts';
import type { Member } from '../store/view.ts';
import { wantedText } from './askMail.ts';
import { answerWithinDays, askStanding, daysSince } from './askStanding.ts';
import type { Ask } from './asks.store.ts';
import { askPath } from './matchingPlace.page.ts';
import { mayAnswerAsk } from './mayAnswerAsk.ts';
import { termName } from './term.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

/** How an ask stands: an unanswered one says since when, and that it is overdue after a week. */
export function askBadge(ask: Ask, now: Date): Html {
  switch (askStanding(ask, now)) {
    case 'asked':
      return badge('neutral', 'Asked');
    case 'overdue':
      return badge('bad', `Unanswered for ${daysSince(ask.madeAt, now)} days`);
    case 'accepted':
      return badge('good', 'Accepted');
    case 'declined':
      return badge('neutral', 'Declined');
    case 'withdrawn':
      return badge('neutral', 'Withdrawn');
  }
}

/** `Long Beach is asked for a visit in spring 2026-27`. */
export function askTitle(ask: Ask, asked: string): string {
  return `${asked} is asked for ${wantedText(ask.wanted)} in ${termName(ask.term)}`;
}

/** The short name of a district of the partnership. */
export function shortNameOf(parties: readonly Party[], districtId: string): string {
  return parties.find((one) => one.districtId === districtId)?.shortName ?? 'A district';
}

export type AskItems = {
  readonly parties: readonly Party[];
  readonly member: Member;
  readonly now: Date;
  /** Names the measure and group where the page does not. */
  readonly withSubject: boolean;
};

/** Asks as a list, each leading to its page and marked where the reader is to answer it. */
export function askItems(
  home: string,
  asks: readonly Ask[],
  { parties, member, now, withSubject }: AskItems,
): Html {
  return itemList(
    asks.map((ask): Item => {
      const about = `${measureById(ask.measureId).shortName}: ${inSentence(studentGroupName(ask.group))}`;
      return {
        title: withSubject ? about : askTitle(ask, shortNameOf(parties, ask.districtId)),
        href: askPath(home, ask.id),
        badges: html`${askBadge(ask, now)}${ask.state === 'asked' && mayAnswerAsk(member, ask) ? html` ${badge('attention', 'Yours to answer')}` : ''}`,
        body: withSubject
          ? `${shortNameOf(parties, ask.askingId)} asks ${shortNameOf(parties, ask.districtId)} for ${wantedText(ask.wanted)} in ${termName(ask.term)}.`
          : ask.words,
        meta: html`${ask.asker} asked ${ask.to.name} on ${dayOf(ask.madeAt)}${ask.state === 'asked' ? html`; an answer is due within ${answerWithinDays} days` : html`; last change on ${dayOf(ask.changedAt)}`}`,
      };
    }),
  );
}

/** A moment's day as people of California count it. */
export function dayOf(moment: Date): string {
  return formatDate(calendarDay(moment));
}
