import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { type NamedPerson, nameTrouble } from '../commitments/namedPerson.ts';
import { parseEmailAddress } from '../people/emailAddress.ts';
import { parseDay } from '../work/parseDay.ts';
import { californiaMoment, parseTime } from './californiaTime.ts';
import { type ContactKindId, contactKinds } from './contactKinds.ts';

type Form = Readonly<Record<string, string>>;

/** Somebody who is to come, on the side that receives or the side that comes. */
export type ContactGuest = NamedPerson & { readonly side: 'host' | 'guest' };

/** A visit, call or meeting as it is planned. Times are moments; they are typed and shown in California's time. */
export type ContactPlan = {
  readonly title: string;
  readonly purpose: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly hostId: string;
  readonly firstQuestion: string | null;
  readonly secondQuestion: string | null;
  readonly offersBack: string | null;
  readonly practical: string | null;
  readonly people: readonly ContactGuest[];
};

export type NewContactPlan = ContactPlan & {
  readonly kind: ContactKindId;
  readonly engagementId: string | null;
};

export type PlanContext = {
  readonly parties: readonly {
    readonly districtId: string;
    readonly position: number;
    readonly shortName: string;
  }[];
  readonly members: readonly (NamedPerson & {
    readonly personId: string;
    readonly districtId: string | null;
  })[];
  readonly engagementIds: readonly string[];
  readonly now: Date;
};

export const mostPeople = 40;
const longest = { title: 120, purpose: 600, place: 300, question: 300, offersBack: 600, practical: 1000 };

/** Reads a contact, or says field by field what is not right. */
export function parseContactPlan(form: Form, context: PlanContext): Parsed<NewContactPlan> {
  const errors = new Map<string, string>();
  const kind = contactKinds.find(({ id }) => id === form.kind)?.id;
  if (!kind) errors.set('kind', 'Choose what it is.');
  const text = (field: string, most: number, sentence?: string) => {
    const written = form[field]?.trim() ?? '';
    if (!written && sentence) errors.set(field, sentence);
    else if (written.length > most) errors.set(field, `Keep this under ${most} characters.`);
    return written || null;
  };
  const title = text('title', longest.title, 'Give it a title of a few words.');
  const span = readSpan(form, context.now, errors);
  const place = text('place', longest.place, 'Say where: an address, a link or a number to call.');
  const purpose = text('purpose', longest.purpose, 'Say in a sentence why you meet.');
  const engagementId = context.engagementIds.find((id) => id === form.engagement) ?? null;
  if (form.engagement && !engagementId)
    errors.set('engagement', 'There is no such engagement any more: choose again.');
  const hostId = context.parties.find(({ districtId }) => districtId === form.host)?.districtId;
  if (!hostId) errors.set('host', 'Choose who receives the others.');
  const people = readPeople(form, context, hostId, errors);
  const firstQuestion = text('firstQuestion', longest.question);
  const secondQuestion = text('secondQuestion', longest.question);
  const offersBack = text('offersBack', longest.offersBack);
  const practical = text('practical', longest.practical);
  if (errors.size > 0 || !kind || !title || !span || !place || !purpose || !hostId)
    return { ok: false, errors };
  const words = { title, purpose, place, firstQuestion, secondQuestion, offersBack, practical };
  return { ok: true, value: { kind, engagementId, hostId, ...words, ...span, people } };
}

function readSpan(
  form: Form,
  now: Date,
  errors: Map<string, string>,
): { readonly startsAt: Date; readonly endsAt: Date } | undefined {
  const day = parseDay(form.day ?? '');
  if (!day.ok) errors.set('day', day.message);
  const times = (['from', 'to'] as const).map((field) => {
    const time = parseTime(form[field] ?? '');
    if (!time) errors.set(field, 'Write the time like 9:00 AM or 14:30.');
    return time;
  });
  const [from, to] = times;
  if (!day.ok || !from || !to) return undefined;
  const startsAt = californiaMoment(day.day, from);
  const endsAt = californiaMoment(day.day, to);
  if (!startsAt) errors.set('from', 'The clocks change in this hour: give another time.');
  if (!endsAt) errors.set('to', 'The clocks change in this hour: give another time.');
  if (!startsAt || !endsAt) return undefined;
  if (endsAt <= startsAt) errors.set('to', 'It ends before it begins: look at both times.');
  else if (startsAt < now) errors.set('day', 'This time is over: give one that lies ahead.');
  return { startsAt, endsAt };
}

/** The field of people without account of one district: one a line, name and mail address. */
export function othersField(position: number): string {
  return `others-${position}`;
}

function readPeople(
  form: Form,
  { parties, members }: PlanContext,
  hostId: string | undefined,
  errors: Map<string, string>,
): ContactGuest[] {
  const sideOf = (districtId: string | null) =>
    districtId !== null && districtId === hostId ? 'host' : 'guest';
  const people = new Map<string, ContactGuest>();
  for (const { personId, name, email, districtId } of members)
    if (form[`member-${personId}`]) people.set(email, { personId, name, email, side: sideOf(districtId) });
  for (const { position, districtId } of parties) {
    const field = othersField(position);
    for (const line of (form[field] ?? '').split(/\r\n|\r|\n/)) {
      if (!line.trim()) continue;
      const person = readLine(line, field, errors);
      if (!person) continue;
      const member = members.find(({ email }) => email === person.email);
      const { personId, name, email } = member ?? person;
      people.set(email, { personId, name, email, side: sideOf(districtId) });
    }
  }
  const all = [...people.values()];
  if (all.length > mostPeople)
    errors.set('people', `More than ${mostPeople} people: invite one for each group.`);
  else if (all.length === 0) errors.set('people', 'Choose who comes and who receives them.');
  else if (hostId && !all.some(({ side }) => side === 'host'))
    errors.set('people', 'Choose somebody who receives the others.');
  else if (hostId && !all.some(({ side }) => side === 'guest'))
    errors.set('people', 'Choose somebody who comes.');
  return all;
}

/** More than any name and address; the pattern below tries every place at which a name could end. */
const longestLine = 500;

/** `Lee Ono, lee@district.org`, `Lee Ono <lee@district.org>`. */
function readLine(line: string, field: string, errors: Map<string, string>): NamedPerson | undefined {
  const match = /^(.+?)[\s,;<]+([^\s<>,;]+@[^\s<>,;]+?)\s*>?$/.exec(line.trim().slice(0, longestLine));
  const name = match?.[1]?.trim() ?? '';
  const email = parseEmailAddress(match?.[2] ?? '');
  const trouble = nameTrouble(name);
  if (email && !trouble) return { personId: null, name, email };
  errors.set(
    field,
    `“${line.trim().slice(0, 60)}” is not a name and a mail address: write Lee Ono, lee@district.org.`,
  );
  return undefined;
}
