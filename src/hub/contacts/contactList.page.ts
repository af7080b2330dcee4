import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import { type Content, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import type { Engagement } from '../work/engagement.ts';
import { selectEngagements } from '../work/engagements.store.ts';
import { engagementPath, workParts, workTrail } from '../work/workPlace.page.ts';
import { contactItems } from './contactItems.page.ts';
import { contactStanding, weeksWithoutContact } from './contactStanding.ts';
import { type Contact, selectContacts } from './contacts.store.ts';
import { mayMeet } from './mayMeet.ts';

/** Visits, calls and meetings: what comes, what was, and work in which nobody has met for weeks. */
export const contactListPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/work/contacts',
    access: 'members',
    answer: contactListPage,
  },
];

async function contactListPage(ask: MemberAsk): Promise<Response> {
  const { contacts, engagements } = await asMember(ask.hub.database, ask.member, async (view) => ({
    contacts: await selectContacts(view),
    engagements: await selectEngagements(view),
  }));
  const now = ask.hub.now();
  const { home } = ask;
  const of = (...standings: readonly string[]) =>
    contacts.filter((one) => standings.includes(contactStanding(one, now)));
  const coming = of('coming').toReversed();
  const unsaid = of('was it held');
  const past = of('held', 'cancelled');
  const titleOf = (id: string) => engagements.find((one) => one.id === id)?.title;
  const shown = { home, now, titleOf };
  const plan = mayMeet(ask.member)
    ? linkButton({ label: 'Plan one', href: `${home}/work/contacts/new`, tone: 'main' })
    : undefined;
  return ask.respond({
    title: 'Contacts',
    section: 'work',
    body: html`${pageHeading({
      title: 'Visits, calls and meetings',
      lead: leadOf(coming),
      trail: workTrail(home, { label: 'Contacts' }),
      actions: plan,
    })}${workParts(home, 'contacts')}${
      contacts.length === 0
        ? emptyState({
            title: 'Nothing is planned yet',
            body: 'A visit has a day, two questions and something for the hosts. Tandem makes the one-page brief, the agenda and the calendar file.',
            action: plan,
            level: 2,
          })
        : html`${
            unsaid.length > 0
              ? section({
                  title: 'Was it held?',
                  id: 'unsaid',
                  lead: 'Their time is over. Write the minutes, or say that they were cancelled.',
                  body: card({ body: contactItems(unsaid, shown) }),
                })
              : ''
          }${section({
            title: 'Coming',
            id: 'coming',
            body: card({
              body:
                coming.length > 0
                  ? contactItems(coming, shown)
                  : html`<p class="quiet">Nothing is planned.</p>`,
            }),
          })}${quietWork(home, contacts, engagements, { now, may: mayMeet(ask.member) })}${
            past.length > 0
              ? section({ title: 'Past and cancelled', id: 'past', body: pastCard(past, shown) })
              : ''
          }`
    }`,
  });
}

function leadOf([next]: readonly Contact[]): string {
  if (!next) return 'Nothing is planned: people learn from each other by meeting.';
  const day = new Intl.DateTimeFormat('en-US', {
    timeZone: 'America/Los_Angeles',
    weekday: 'long',
    month: 'long',
    day: 'numeric',
  }).format(next.startsAt);
  return `Next: ${next.title}, ${day}.`;
}

function pastCard(past: readonly Contact[], shown: Parameters<typeof contactItems>[1]): Content {
  const [recent, older] = [past.slice(0, 8), past.slice(8)];
  return card({
    body: html`${contactItems(recent, shown)}${
      older.length > 0
        ? details({ summary: `${older.length} earlier`, body: contactItems(older, shown) })
        : ''
    }`,
  });
}

/** Work that is under way and in which nobody has met for weeks, with nothing planned. */
function quietWork(
  home: string,
  contacts: readonly Contact[],
  engagements: readonly Engagement[],
  { now, may }: { readonly now: Date; readonly may: boolean },
): Content {
  const today = calendarDay(now);
  const quiet = engagements
    .filter(({ state, startsOn }) => (state === 'agreed' || state === 'testing') && startsOn <= today)
    .flatMap((engagement) => {
      const weeks = weeksWithoutContact(contacts, { id: engagement.id, since: engagement.startsOn }, now);
      return weeks === undefined ? [] : [{ engagement, weeks }];
    });
  if (quiet.length === 0) return '';
  return section({
    title: 'Long without contact',
    id: 'quiet',
    body: card({
      body: itemList(
        quiet.map(({ engagement, weeks }) => ({
          title: engagement.title,
          href: engagementPath(home, engagement.id),
          body: `No contact for ${weeks} weeks, and none is planned.`,
          action: may
            ? linkButton({
                label: 'Plan one',
                href: `${home}/work/contacts/new?engagement=${engagement.id}`,
                tone: 'second',
              })
            : undefined,
        })),
      ),
    }),
  });
}
