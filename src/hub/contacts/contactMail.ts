import { spanText } from './californiaTime.ts';
import { type ContactKindId, contactKindName } from './contactKinds.ts';

type Words = { readonly subject: string; readonly body: string };

type MailedContact = {
  readonly kind: ContactKindId;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly purpose: string;
  readonly firstQuestion: string | null;
  readonly secondQuestion: string | null;
  readonly offersBack: string | null;
};

export type ContactMailWords = {
  readonly to: { readonly name: string };
  readonly from: { readonly name: string };
  readonly contact: MailedContact;
  /** Its brief: a signed link; after it, for the three questions, the page of a member. */
  readonly address: string;
  /** Its calendar file. */
  readonly calendarAddress: string;
};

const verbs = { planned: 'invites you to', changed: 'has changed', cancelled: 'has cancelled' } as const;

/** The mail to whoever is to come: when, where, why and the questions, with the brief and a calendar file one press away. */
export function contactMail(
  { to, from, contact, address, calendarAddress }: ContactMailWords,
  step: keyof typeof verbs,
  reason?: string,
): Words {
  const { kind, title, startsAt, endsAt, place, purpose, firstQuestion, secondQuestion, offersBack } =
    contact;
  const what = `a ${contactKindName(kind).toLowerCase()}`;
  const questions = [firstQuestion, secondQuestion].filter((one) => one !== null);
  const prefix = { planned: contactKindName(kind), changed: 'Changed', cancelled: 'Cancelled' }[step];
  return {
    subject: `${prefix}: ${title}`,
    body: `Hello ${to.name},

${from.name} ${verbs[step]} ${step === 'planned' ? what : `the ${kind}`}: ${title}
${reason ? `\nWhy: ${reason}\n` : ''}
When: ${spanText(startsAt, endsAt)}
Where: ${place}

Why you meet
${quoted(purpose)}
${questions.length > 0 ? `\nThe questions\n${questions.map((one) => quoted(`- ${one}`)).join('\n')}\n` : ''}${
  offersBack ? `\nWhat they offer back\n${quoted(offersBack)}\n` : ''
}
The brief, one page:
${address}

${step === 'cancelled' ? 'To take it off your calendar:' : 'For your calendar:'}
${calendarAddress}
`,
  };
}

/** Three questions to whoever was there. */
export function noteMail({
  to,
  contact,
  address,
}: Pick<ContactMailWords, 'to' | 'contact' | 'address'>): Words {
  return {
    subject: `Three questions after: ${contact.title}`,
    body: `Hello ${to.name},

you were at the ${contact.kind} “${contact.title}”. Three questions, two minutes; one sentence each is enough:

  What did you take away?
  What will you try?
  What should we have asked?

${address}

Both districts read the answers.
`,
  };
}

/** A person's own words, set in by two blanks so that nobody takes them for Tandem's. */
function quoted(words: string): string {
  return words
    .split(/\r\n|\r|\n/)
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}
