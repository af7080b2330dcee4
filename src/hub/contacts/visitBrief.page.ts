import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { definitionList } from '../../page/definitionList.ts';
import { ideaTitle } from '../cycles/cyclePlace.page.ts';
import { spanText } from './californiaTime.ts';
import type { AgendaPart } from './agenda.ts';
import type { ContactReading } from './contactReading.store.ts';
import type { InvitedPerson } from './contacts.store.ts';

/** What a brief is made of; a page, a signed link and a printer show the same. */
export type BriefReading = Pick<
  ContactReading,
  'contact' | 'parties' | 'engagement' | 'need' | 'agenda' | 'items'
>;

/** One page that its reader takes in within two minutes: when and where, why, two questions, who comes, what they offer, the agenda. */
export function visitBrief(reading: BriefReading): Html {
  const { contact, need, parties } = reading;
  const host = parties.find(({ districtId }) => districtId === contact.hostId);
  const questions = [contact.firstQuestion, contact.secondQuestion].filter((one) => one !== null);
  return html`${card({
    body: definitionList([
      { term: 'When', description: html`<strong>${spanText(contact.startsAt, contact.endsAt)}</strong>` },
      { term: 'Where', description: contact.place },
      {
        term: 'Who',
        description: html`<strong>Come:</strong> ${names(contact.people, 'guest')}<br><strong>Receive:</strong> ${names(contact.people, 'host')}`,
      },
    ]),
  })}${columns('two', [
    html`${card({
      title: 'Why',
      body: html`<p>${contact.purpose}</p>${
        need
          ? html`<p>${need.district} needs: <q>${need.wording}</q></p><p class="quiet">${need.about}. ${need.evidence}${need.synthetic ? ' A figure of the made-up sample.' : ''}</p>`
          : ''
      }`,
    })}${
      questions.length > 0
        ? card({
            title: questions.length === 1 ? 'The question they bring' : 'Two questions they bring',
            body: html`<ol>${questions.map((one) => html`<li>${one}</li>`)}</ol>`,
          })
        : ''
    }${contact.offersBack ? card({ title: 'What they offer back', body: html`<p>${contact.offersBack}</p>` }) : ''}`,
    html`${card({ title: 'Agenda', body: briefAgenda(reading) })}${
      contact.practical ? card({ title: 'Practical', body: html`<p>${contact.practical}</p>` }) : ''
    }`,
  ])}<p class="quiet">${
    contact.kind === 'visit'
      ? `${host?.shortName ?? 'The host'} shows ordinary work: nobody is inspected, and nothing is written down with a student’s or teacher’s name. `
      : ''
  }Questions: ${contact.organiser.name}, <a href="${`mailto:${contact.organiser.email}`}">${contact.organiser.email}</a>.</p>`;
}

const list = new Intl.ListFormat('en-US');

function names(people: readonly InvitedPerson[], side: InvitedPerson['side']): string {
  return list.format(people.filter((one) => one.side === side).map(({ name }) => name));
}

const briefNames: Readonly<Record<AgendaPart['title'], string>> = {
  'Overdue by then': 'Overdue',
  'New results': 'New result',
  'Decisions that wait': 'To decide',
  'Open commitments': 'Promised',
};

/** What people put on it first, then what is due between the two: at most two of each part on the brief. */
function briefAgenda({ items, agenda, contact }: BriefReading): Content {
  const lines = [
    ...items.map(({ words }) => words),
    ...agenda.flatMap(({ title, items: found }) =>
      found.slice(0, 2).map((one) => `${briefNames[title]}: ${ideaTitle(one.title, 80)}`),
    ),
  ];
  const closing =
    contact.kind === 'call'
      ? 'What we promise each other next'
      : 'Five minutes: what we promise each other next';
  return html`<ol>${[...lines.slice(0, 6), closing].map((line) => html`<li>${line}</li>`)}</ol>`;
}

/** The agenda whole: own items, then each generated part with why it is on it. */
export function fullAgenda(home: string, agenda: readonly AgendaPart[]): Html {
  return html`${agenda.map(
    ({ title, items }) =>
      html`<h3>${title}</h3><ul>${items.map(
        (item) =>
          html`<li>${item.path ? html`<a href="${`${home}${item.path}`}">${ideaTitle(item.title)}</a>` : item.title}<br><span class="quiet">${item.why}${item.due ? `, due ${formatDate(item.due)}` : ''}</span></li>`,
      )}</ul>`,
  )}`;
}
