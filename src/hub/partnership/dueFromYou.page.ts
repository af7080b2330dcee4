import { daysBetween } from '../../vocabulary/daysBetween.ts';
import { badge } from '../../page/badge.ts';
import { card } from '../../page/card.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { contactKindName } from '../contacts/contactKinds.ts';
import type { MemberAsk } from '../web/route.ts';
import { type Holding, partOf } from '../succession/holding.ts';
import { holdingItem } from '../succession/holdingItems.page.ts';
import type { GlanceReading } from './glanceReading.store.ts';
import { waitsFor } from './waitsFor.page.ts';

const mostShown = 6;
const daysAhead = 14;

/** What is due from whoever reads: what is theirs and late or due within 14 days, then what waits for their signature or answer, then where they are expected. */
export function dueFromYou({ home, member }: MemberAsk, reading: GlanceReading): Html {
  const { parties, today, reader, holdings, coming } = reading;
  const about = { personId: member.personId, email: reader?.email ?? '' };
  const soon = (one: Holding) => one.due !== null && daysBetween(today, one.due) <= daysAhead;
  const own = holdings.filter((one) => partOf(one, about) === 'owner');
  const due = own.filter((one) => one.kind !== 'pack' && soon(one));
  const invited = coming.filter(
    ({ startsAt, people }) =>
      daysBetween(today, calendarDay(startsAt)) <= daysAhead &&
      people.some(({ email }) => email === about.email),
  );
  const waiting = waitsFor(member, { ...reading, email: about.email });
  const items = [
    ...due.map((one) => holdingItem(one, { home, parties, today })),
    ...waiting.map(({ title, path, act, until }) => ({
      title,
      href: `${home}${path}`,
      badges: badge('attention', act),
      meta: until ? `until ${formatDate(until)}` : undefined,
    })),
    ...invited.map(({ id, kind, title, startsAt, place }) => ({
      title: `${contactKindName(kind)}: ${title}`,
      href: `${home}/work/contacts/${id}`,
      badges: badge('info', formatDate(calendarDay(startsAt))),
      meta: place,
    })),
  ];
  const more = items.length - mostShown;
  return card({
    title: 'Due from you',
    href: `${home}/people/me`,
    id: 'due',
    body:
      items.length === 0
        ? html`<p class="quiet">Nothing of yours is due within ${daysAhead} days, and nothing waits for your answer.</p>`
        : itemList(items.slice(0, mostShown)),
    footer: footerOf(
      home,
      { more, own: own.length, late: lateOf(member, reading) },
      member.districtId === null,
    ),
  });
}

/** What is late in the reader's district, whoever has it; in both for somebody of neither. */
function lateOf({ districtId }: MemberAsk['member'], { holdings, today }: GlanceReading): number {
  const isOurs = (one: Holding) => districtId === null || one.districtId === districtId;
  return holdings.filter((one) => isOurs(one) && one.due !== null && one.due < today).length;
}

type Footer = { readonly more: number; readonly own: number; readonly late: number };

function footerOf(home: string, { more, own, late }: Footer, isOfNone: boolean): Content {
  const all =
    own === 0 ? 'What is mine' : own === 1 ? 'The one thing that is yours' : `All ${own} that are yours`;
  const where = isOfNone ? 'in both districts' : 'in your district';
  return html`${more > 0 ? `And ${more} more. ` : ''}<a href="${home}/people/me">${all}</a>${
    late > 0 ? html` · <a href="${home}/people/me#late">${late} late ${where}</a>` : ''
  }`;
}
