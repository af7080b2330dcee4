import { checkboxGroup } from '../../page/checkboxGroup.ts';
import { columns } from '../../page/columns.ts';
import { type Content, html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { EngagementName } from '../commitments/engagementNames.store.ts';
import type { Party, PartnershipMember } from '../partnership/partnership.store.ts';
import { californiaClock } from './californiaTime.ts';
import { contactKinds } from './contactKinds.ts';
import { othersField } from './contactPlan.ts';
import type { Contact } from './contacts.store.ts';

export type ContactFields = {
  readonly parties: readonly Party[];
  readonly members: readonly PartnershipMember[];
  readonly engagements: readonly EngagementName[];
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
};

/** Everything a contact is planned with. */
export function contactFields(fields: ContactFields): Content {
  const { parties, written, errors } = fields;
  const line = (id: string, label: string, more: { hint?: string; optional?: boolean } = {}) =>
    textField({ id, name: id, label, ...more, value: written[id], error: errors.get(id) });
  const area = (id: string, label: string, more: { hint?: string; optional?: boolean } = {}) =>
    textArea({ id, name: id, label, rows: 2, ...more, value: written[id], error: errors.get(id) });
  return html`${whatFields(fields)}${line('title', 'Title', {
    hint: 'A few words, as they stand in a calendar: “Reclassification in two classrooms”.',
  })}<div class="field-row" role="group" aria-label="When, in California’s time">${textField({
    id: 'day',
    name: 'day',
    label: 'Day',
    type: 'date',
    value: written.day,
    error: errors.get('day'),
  })}${(['from', 'to'] as const).map((id) =>
    textField({
      id,
      name: id,
      label: id === 'from' ? 'From' : 'To',
      type: 'time',
      value: written[id],
      error: errors.get(id),
    }),
  )}</div>${line('place', 'Where', { hint: 'An address with the entrance, a link, or a number to call.' })}${radioGroup(
    {
      id: 'host',
      name: 'host',
      label: 'Who receives the others',
      value: written.host,
      error: errors.get('host'),
      choices: parties.map(({ districtId, name }) => ({ value: districtId, label: name })),
    },
  )}${peopleFields(fields)}${area('purpose', 'Why you meet', { hint: 'One sentence a principal understands.' })}${line(
    'firstQuestion',
    'A question the guests bring',
    { optional: true },
  )}${line('secondQuestion', 'A second one', { optional: true })}${area(
    'offersBack',
    'What the guests offer back',
    {
      optional: true,
      hint: 'A visit costs the hosts a morning: what do they get?',
    },
  )}${area('practical', 'Practical matters', { optional: true, hint: 'Parking, who meets whom where, lunch.' })}`;
}

function whatFields({ engagements, written, errors }: ContactFields): Content {
  return html`${radioGroup({
    id: 'kind',
    name: 'kind',
    label: 'What it is',
    value: written.kind,
    error: errors.get('kind'),
    choices: contactKinds.map(({ id, name }) => ({ value: id, label: name })),
  })}${selectField({
    id: 'engagement',
    name: 'engagement',
    label: 'For which engagement',
    hint: 'The brief then says which need it is about, and the agenda what is due.',
    optional: true,
    empty: 'None in particular',
    value: written.engagement,
    error: errors.get('engagement'),
    options: engagements.map(({ id, title }) => ({ value: id, label: title })),
  })}`;
}

function peopleFields({ parties, members, written, errors }: ContactFields): Content {
  const groups = [
    ...parties.map((party) => ({
      id: `people-of-${party.position}`,
      name: party.shortName,
      party,
      people: members.filter(({ districtId }) => districtId === party.districtId),
    })),
    {
      id: 'people-of-none',
      name: 'Of neither district',
      party: undefined,
      people: members.filter(({ districtId }) => districtId === null),
    },
  ].filter(({ people, party }) => people.length > 0 || party);
  const cells = groups.map(({ id, name, party, people }, i) => {
    const boxes = checkboxGroup({
      id: i === 0 ? 'people' : id,
      name: 'people',
      label: `Who takes part: ${name}`,
      error: i === 0 ? errors.get('people') : undefined,
      choices: people.map((one) => ({
        value: one.personId,
        label: one.name,
        name: `member-${one.personId}`,
      })),
      values: people.map(({ personId }) => personId).filter((personId) => written[`member-${personId}`]),
    });
    if (!party) return boxes;
    const field = othersField(party.position);
    return html`${boxes}${textArea({
      id: field,
      name: field,
      label: `Others of ${party.shortName}, without account`,
      hint: 'One a line: Lee Ono, lee@district.org. They get the brief by mail.',
      optional: true,
      rows: 2,
      value: written[field],
      error: errors.get(field),
    })}`;
  });
  return columns('two', cells);
}

/** A contact as its form was filled in. */
export function writtenOf(contact: Contact, parties: readonly Party[]): Readonly<Record<string, string>> {
  const { startsAt, endsAt } = contact;
  const others = (side: 'host' | 'guest') =>
    contact.people
      .filter((one) => one.personId === null && one.side === side)
      .map(({ name, email }) => `${name}, ${email}`)
      .join('\n');
  const guestParty = parties.find(({ districtId }) => districtId !== contact.hostId);
  return {
    kind: contact.kind,
    title: contact.title,
    day: californiaClock(startsAt).day,
    from: californiaClock(startsAt).time,
    to: californiaClock(endsAt).time,
    place: contact.place,
    host: contact.hostId,
    engagement: contact.engagementId ?? '',
    purpose: contact.purpose,
    firstQuestion: contact.firstQuestion ?? '',
    secondQuestion: contact.secondQuestion ?? '',
    offersBack: contact.offersBack ?? '',
    practical: contact.practical ?? '',
    ...Object.fromEntries(
      parties.map((party) => [
        othersField(party.position),
        party.districtId === contact.hostId ? others('host') : party === guestParty ? others('guest') : '',
      ]),
    ),
    ...Object.fromEntries(
      contact.people.flatMap(({ personId }) => (personId ? [[`member-${personId}`, personId]] : [])),
    ),
  };
}
