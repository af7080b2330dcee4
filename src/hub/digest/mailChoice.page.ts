import { badge } from '../../page/badge.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { button } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { csrfField } from '../../page/csrfField.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { insertMemberAct } from '../audit/audit.store.ts';
import { linkAddress } from '../links/linkAddress.ts';
import { insertSignedLink } from '../links/signedLinks.store.ts';
import { selectMembers } from '../partnership/partnership.store.ts';
import { peopleParts } from '../people/peopleParts.page.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { digestMail } from './digest.ts';
import { insertDigestChoice, selectDigestChoices } from './digestChoices.store.ts';
import { readWeek } from './weekReading.store.ts';

const path = '/partnerships/:partnership/people/mail';

/** The mail a member gets: the week as it would be mailed today, and turning it off. */
export const mailChoicePages: Route[] = [
  { method: 'get', path, access: 'members', answer: (ask) => mailChoicePage(ask) },
  { method: 'post', path, access: 'members', answer: chooseMail },
  { method: 'post', path: `${path}/calendar`, access: 'members', answer: makeCalendarAddress },
];

async function mailChoicePage(ask: MemberAsk, calendarAddress?: string): Promise<Response> {
  const { hub, member, home } = ask;
  const { isWanted, mail } = await asMember(hub.database, member, async (view) => {
    const week = await readWeek(view, hub.now());
    const reader = week.members.find(({ personId }) => personId === member.personId);
    return {
      isWanted: (await selectDigestChoices(view)).get(member.personId)?.wanted ?? true,
      mail: reader ? digestMail(reader, week.weekOf(reader, `${hub.config.baseUrl}${home}`)) : null,
    };
  });
  return ask.respond({
    title: 'Your mail and calendar',
    section: 'people',
    body: html`${pageHeading({
      title: 'Your mail and calendar',
      lead: 'Once a week: what is yours and late, what is due, what waits for you, what changed. A week with nothing to say brings none.',
      trail: breadcrumb([
        { label: 'Partnership', href: home },
        { label: 'People', href: `${home}/people` },
        { label: 'Your mail and calendar' },
      ]),
      badges: isWanted ? badge('good', 'On') : badge('neutral', 'Off'),
    })}${peopleParts(ask, 'mail')}${card({
      title: isWanted ? 'You get the weekly mail' : 'You get no weekly mail',
      body: html`<p>${
        isWanted
          ? 'It comes on Monday morning. Mail about something that is yours alone (an ask, a promise that is late) comes on its day, whatever you choose here.'
          : 'Mail about something that is yours alone still comes on its day.'
      }</p><form method="post" action="${home}/people/mail">${csrfField(ask.person.csrfToken)}<input type="hidden" name="wanted" value="${isWanted ? 'no' : 'yes'}">${button({ label: isWanted ? 'Turn it off' : 'Turn it on', tone: 'second' })}</form>`,
    })}${card({
      title: 'As it would be today',
      body: mail
        ? html`<p><strong>${mail.subject}</strong></p><pre class="mail-text">${mail.body}</pre>`
        : html`<p class="quiet">Nothing is late, due or new for you: no mail would come.</p>`,
    })}${card({
      title: 'Your calendar',
      id: 'calendar',
      body: html`${
        calendarAddress
          ? callout({
              kind: 'done',
              title: 'Subscribe to this address in your calendar programme. It is shown this once.',
              body: html`<p><code>${calendarAddress}</code></p>`,
            })
          : html`<p>Visits, calls and meetings you are invited to, reviews, and the days on which something of yours is due: your calendar programme looks them up by itself.</p>`
      }<form method="post" action="${home}/people/mail/calendar">${csrfField(ask.person.csrfToken)}${button({ label: calendarAddress ? 'Make another address' : 'Make my calendar address', tone: 'second' })}</form>`,
      footer: `Good for a year. Whoever has the address can read it; a coordinator takes it back under People, Links.`,
    })}`,
  });
}

const dayMs = 86_400_000;

async function makeCalendarAddress(ask: MemberAsk): Promise<Response> {
  const { hub, member } = ask;
  const now = hub.now();
  const token = await asMember(hub.database, member, async (view) => {
    const own = (await selectMembers(view)).find(({ personId }) => personId === member.personId);
    if (!own) throw new Error('a member is not among the members');
    const until = calendarDay(new Date(now.getTime() + 365 * dayMs));
    const holder = { name: own.name, email: own.email };
    const made = await insertSignedLink(
      view,
      { kind: 'calendar', subjectId: own.personId, holder, until },
      now,
    );
    const subject = `person ${own.personId}`;
    await insertMemberAct(view, { act: 'made a calendar address', subject, detail: {} }, now);
    return made;
  });
  return mailChoicePage(ask, `${linkAddress(hub.config.baseUrl, token)}/calendar.ics`);
}

async function chooseMail(ask: MemberAsk): Promise<Response> {
  const wanted = ask.form.wanted === 'yes';
  await asMember(ask.hub.database, ask.member, (view) => insertDigestChoice(view, wanted, ask.hub.now()));
  return ask.context.redirect(`${ask.home}/people/mail`, 303);
}
