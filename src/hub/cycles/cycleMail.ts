import { formatDate } from '../../vocabulary/formatDate.ts';
type Mail = { readonly to: string; readonly subject: string; readonly body: string };

export type CycleMailWords = {
  readonly to: { readonly name: string; readonly email: string };
  /** Whose doing the mail is, as it is signed. */
  readonly from: { readonly name: string; readonly email: string };
  readonly district: string;
  readonly partnership: string;
  readonly idea: string;
  /** `English learner progress of English learners rises by 3.0 percentage points`. */
  readonly predicted: string;
  /** Calendar date. */
  readonly studyOn: string;
  /** The signed link, and the last calendar date on which it is good. */
  readonly address: string;
  readonly until: string;
};

const firstWords = (idea: string) =>
  (idea.length > 70 ? `${idea.slice(0, 67).trimEnd()}…` : idea).replaceAll(/\s+/g, ' ');

const foot = ({ from, address, until, partnership }: CycleMailWords) => `${address}

The link is yours alone: what is sent by it is written down under your name and seen by both districts. It works without an account until ${formatDate(until)}. Pass it on to nobody; write to ${from.name} (${from.email}) if somebody else should have it.

${partnership}
`;

/** To whoever was named to lead a test. */
export function leadingMail(words: CycleMailWords): Mail {
  return {
    to: words.to.email,
    subject: `You lead a test: ${firstWords(words.idea)}`,
    body: `Hello ${words.to.name},

${words.from.name} has named you to lead a small test in ${words.district}:

“${words.idea}”

Predicted: ${words.predicted}.

It is studied on ${formatDate(words.studyOn)}; you get a mail on that day. What was done you can log at any time, in a minute or two:

${foot(words)}`,
  };
}

/** On the day of study, and once more when it is late. */
export function studyMail(words: CycleMailWords, kind: 'due' | 'late'): Mail {
  const opening =
    kind === 'due'
      ? `today is the day to study the test you lead in ${words.district}:`
      : `the test you lead in ${words.district} was to be studied on ${formatDate(words.studyOn)}:`;
  return {
    to: words.to.email,
    subject: `${kind === 'due' ? 'Today' : 'Still open'}: what did your test show? ${firstWords(words.idea)}`,
    body: `Hello ${words.to.name},

${opening}

“${words.idea}”

Predicted: ${words.predicted}.

Six short questions on one page, five minutes; the figures of both districts are there already. “It did not work” is as good an answer as any:

${foot(words)}`,
  };
}
