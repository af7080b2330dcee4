import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { commitmentItems } from '../commitments/commitmentItems.page.ts';
import { hoursText } from '../commitments/hoursBalance.ts';
import { directionText, hoursBadge, hoursPath } from '../commitments/hoursWords.page.ts';
import { itemList } from '../../page/itemList.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { reasonName } from '../needs/needReasons.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { engagementPath, workParts, workTrail } from '../work/workPlace.page.ts';
import { spanText } from './californiaTime.ts';
import { agendaForm, cancelForm, type RefusedContact } from './contactActs.page.ts';
import { cancellingReasons, contactKindName } from './contactKinds.ts';
import { contactPath } from './contactPath.ts';
import { contactBadge, withContact } from './contactPlace.page.ts';
import type { ContactReading } from './contactReading.store.ts';
import { contactStanding } from './contactStanding.ts';
import type { InvitedPerson } from './contacts.store.ts';
import { mayMeet } from './mayMeet.ts';
import { noteCard } from './noteForm.page.ts';
import { fullAgenda } from './visitBrief.page.ts';

/** One contact: before it the agenda, after it what was seen, decided and promised. */
export const contactPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/work/contacts/:contact',
    access: 'members',
    answer: (ask) => withContact(ask, (reading) => respondContact(ask, reading)),
  },
];

/** The page, with the form that was refused where one was. */
export function respondContact(
  ask: MemberAsk,
  reading: ContactReading,
  refused?: RefusedContact,
): Promise<Response> {
  const { contact } = reading;
  const now = ask.hub.now();
  const page = contactPath(ask.home, contact.id);
  const standing = contactStanding(contact, now);
  const may = mayMeet(ask.member);
  const isOpen = contact.state === 'planned';
  const minutesLabel = reading.minutes.length > 0 ? 'Add to the minutes' : 'Write the minutes';
  const minutesLink = (tone: 'main' | 'second') =>
    linkButton({ label: minutesLabel, href: `${page}/minutes`, tone });
  return ask.respond({
    title: contact.title,
    section: 'work',
    status: refused ? (refused.late ? 409 : 422) : undefined,
    body: html`${pageHeading({
      title: contact.title,
      eyebrow: contactKindName(contact.kind),
      badges: contactBadge(contact, now),
      lead: spanText(contact.startsAt, contact.endsAt),
      trail: workTrail(
        ask.home,
        { label: 'Contacts', href: `${ask.home}/work/contacts` },
        { label: contact.title },
      ),
      actions: html`${standing === 'was it held' && may ? minutesLink('main') : ''}${linkButton({
        label: 'Brief',
        href: `${page}/brief`,
        tone: standing === 'coming' ? 'main' : 'second',
      })}${isOpen ? linkButton({ label: 'Calendar file', href: `${page}/calendar.ics` }) : ''}${
        isOpen && standing === 'coming' && may
          ? linkButton({ label: 'Change', href: `${page}/change`, tone: 'quiet' })
          : ''
      }`,
    })}${workParts(ask.home, 'contacts')}${
      refused?.late
        ? callout({
            kind: 'warning',
            title: `${contact.changedBy} was quicker: this ${contact.kind} has changed meanwhile. Nothing of yours is lost.`,
            body: ask.form.words ? html`You wrote: <q>${ask.form.words}</q>` : undefined,
          })
        : ''
    }${contact.state === 'cancelled' ? cancelledCallout(reading) : ''}<div class="columns columns-main-side"><div>${
      contact.state === 'held' ? whatCame(ask, reading) : agendaCard(ask, reading, may && isOpen, refused)
    }${contact.state === 'held' ? noteCard(ask, reading, refused) : ''}</div><div>${factsCard(ask, reading)}${
      may && standing === 'coming' ? card({ title: 'Held already?', body: minutesLink('second') }) : ''
    }${may && contact.state === 'held' ? card({ title: 'Something to add', body: minutesLink('second') }) : ''}${
      may && isOpen ? card({ title: 'It does not take place', body: cancelForm(ask, contact, refused) }) : ''
    }</div></div>`,
  });
}

function cancelledCallout({ contact }: ContactReading): Content {
  return callout({
    kind: 'info',
    title: `Cancelled by ${contact.changedBy}: ${reasonName(cancellingReasons, contact.reason ?? '')}.`,
    body: contact.words ? html`<q>${contact.words}</q>` : undefined,
  });
}

function factsCard({ home }: MemberAsk, { contact, engagement, parties }: ContactReading): Content {
  const host = parties.find(({ districtId }) => districtId === contact.hostId);
  const side = (which: InvitedPerson['side']) =>
    html`<ul class="plain">${contact.people
      .filter((one) => one.side === which)
      .map((one) => html`<li>${one.name}${one.attended === false ? ' (was not there)' : ''}</li>`)}</ul>`;
  return card({
    title: 'Who and where',
    body: definitionList([
      { term: 'Where', description: contact.place },
      { term: `Receive (${host?.shortName ?? ''})`, description: side('host') },
      { term: 'Come', description: side('guest') },
      ...(engagement
        ? [
            {
              term: 'For',
              description: html`<a href="${engagementPath(home, engagement.id)}">${engagement.title}</a>`,
            },
          ]
        : []),
      { term: 'Why', description: contact.purpose },
      { term: 'Planned by', description: contact.organiser.name },
    ]),
  });
}

function agendaCard(
  ask: MemberAsk,
  reading: ContactReading,
  may: boolean,
  refused: RefusedContact | undefined,
): Content {
  const { contact, items, agenda } = reading;
  const questions = [contact.firstQuestion, contact.secondQuestion].filter((one) => one !== null);
  return html`${
    questions.length > 0
      ? card({
          title: questions.length === 1 ? 'The question they bring' : 'Two questions they bring',
          body: html`<ol>${questions.map((one) => html`<li>${one}</li>`)}</ol>`,
        })
      : ''
  }${card({
    title: 'Agenda',
    body: html`${
      items.length + agenda.length === 0
        ? html`<p class="quiet">Nothing is due between the two sides. Put on it what you want to talk about.</p>`
        : ''
    }${agendaForm(ask, reading, may, refused)}${fullAgenda(ask.home, agenda)}`,
  })}`;
}

function whatCame(ask: MemberAsk, reading: ContactReading): Content {
  const { contact, minutes, decisions, commitments, hours, parties } = reading;
  const [newest, ...earlier] = minutes;
  const engagements = reading.engagement ? [reading.engagement] : [];
  const shown = {
    here: `${ask.home}/work/contacts/${contact.id}`,
    home: ask.home,
    member: ask.member,
    today: calendarDay(ask.hub.now()),
    csrfToken: ask.person.csrfToken,
    engagements,
  };
  return html`${card({
    title: 'Minutes',
    body: html`${paragraphs(newest?.notes ?? '')}${newest ? html`<p class="meta">${newest.madeBy}, ${formatMoment(newest.madeAt)}${earlier.length > 0 ? `; ${earlier.length} earlier version${earlier.length === 1 ? '' : 's'} kept` : ''}</p>` : ''}`,
  })}${
    decisions.length > 0
      ? card({
          title: 'Decided',
          body: itemList(
            decisions.map((one) => ({
              title: one.decision,
              body: `Because: ${one.reason}`,
              meta: one.madeBy,
            })),
          ),
        })
      : ''
  }${commitments.length > 0 ? card({ title: 'Promised here', id: 'commitments', body: commitmentItems(commitments, shown) }) : ''}${
    hours.length > 0
      ? card({
          title: 'Hours',
          body: itemList(
            hours.map((one) => ({
              title: `${directionText(one, parties)} ${hoursText(one.quarterHours)}`,
              href: hoursPath(ask.home, one.id),
              badges: hoursBadge(one, ask.member.districtId),
            })),
          ),
        })
      : ''
  }${contact.offersBack ? card({ title: 'What the guests offered', body: contact.offersBack }) : ''}`;
}

/** A person's notes with their paragraphs and lines. */
function paragraphs(text: string): Content {
  return text
    .split(/(?:\r\n|\r|\n){2,}/)
    .filter((part) => part.trim())
    .map(
      (part) =>
        html`<p>${part.split(/\r\n|\r|\n/).map((line, i) => (i === 0 ? line : html`<br>${line}`))}</p>`,
    );
}
