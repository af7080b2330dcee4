import { badge } from '../../page/badge.ts';
import { breadcrumb } from '../../page/breadcrumb.ts';
import { button } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { csrfField } from '../../page/csrfField.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { digestMail } from './digest.ts';
import { insertDigestChoice, selectDigestChoices } from './digestChoices.store.ts';
import { readWeek } from './weekReading.store.ts';

const path = '/partnerships/:partnership/people/mail';

/** The mail a member gets: the week as it would be mailed today, and turning it off. */
export const mailChoicePages: Route[] = [
  { method: 'get', path, access: 'members', answer: mailChoicePage },
  { method: 'post', path, access: 'members', answer: chooseMail },
];

async function mailChoicePage(ask: MemberAsk): Promise<Response> {
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
    title: 'Your mail',
    section: 'people',
    body: html`${pageHeading({
      title: 'Your mail',
      lead: 'Once a week: what is yours and late, what is due, what waits for you, what changed. A week with nothing to say brings none.',
      trail: breadcrumb([
        { label: 'Partnership', href: home },
        { label: 'People', href: `${home}/people` },
        { label: 'Your mail' },
      ]),
      badges: isWanted ? badge('good', 'On') : badge('neutral', 'Off'),
    })}${card({
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
    })}`,
  });
}

async function chooseMail(ask: MemberAsk): Promise<Response> {
  const wanted = ask.form.wanted === 'yes';
  await asMember(ask.hub.database, ask.member, (view) => insertDigestChoice(view, wanted, ask.hub.now()));
  return ask.context.redirect(`${ask.home}/people/mail`, 303);
}
