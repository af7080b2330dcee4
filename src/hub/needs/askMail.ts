import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { StudentGroup } from '../../vocabulary/studentGroup.ts';
import type { Wanted } from './capacityLeft.ts';
import { evidenceSentences } from './evidenceSentence.ts';
import type { KeptEvidence } from './keptEvidence.ts';
import { type Term, termName } from './term.ts';

type Person = { readonly name: string; readonly email: string };

export type AskMailWords = {
  readonly to: Person;
  /** Whether the person can sign in to Tandem. */
  readonly isMember: boolean;
  readonly asker: Person & { readonly roleName: string };
  /** Whole and short names of the two districts. */
  readonly asking: { readonly name: string; readonly shortName: string };
  readonly asked: { readonly name: string; readonly shortName: string };
  readonly measure: MeasureDefinition;
  readonly group: StudentGroup;
  /** The need in the asking district's own words. */
  readonly need: string;
  readonly words: string;
  readonly wanted: Wanted;
  readonly term: Term;
  /** Why they are asked: what the grid says of the asked district. */
  readonly evidence: KeptEvidence;
  /** Of the asked district: whoever answers for somebody without a sign-in. */
  readonly coordinators: readonly Person[];
  /** The ask's own page. */
  readonly address: string;
};

/** What is wanted, in a sentence: `a visit`, `2 hours of calls`. */
export function wantedText(wanted: Wanted): string {
  if (wanted.kind === 'visit') return 'a visit';
  return wanted.hours === 1 ? 'an hour on the telephone' : `${wanted.hours} hours on the telephone`;
}

/** The mail to the person who is asked: who asks, for what, why them, and how to answer. */
export function askMail(mail: AskMailWords): { readonly subject: string; readonly body: string } {
  const { to, asker, asking, asked, measure, group, term } = mail;
  const about = `${measure.shortName}, ${inSentence(group.name)}`;
  return {
    subject: `${asking.shortName} asks ${asked.shortName}: ${about}`,
    body: `Hello ${to.name},

${asker.name} (${asker.roleName}, ${asking.name}) asks you for ${wantedText(mail.wanted)} in ${termName(term)}.

What they need, in their own words
${quoted(mail.need)}

What they ask you
${quoted(mail.words)}

Why you are asked
  ${asked.name} is strong here: ${about}.
${evidenceSentences(mail.evidence, measure)
  .map((sentence) => `  ${sentence}`)
  .join(
    '\n',
  )}${mail.evidence.synthetic ? '\n  What is expected is learned from the made-up districts of the sample.' : ''}
  And your district has named you as the person to ask.

How to answer
${howToAnswer(mail)}
Write to ${asker.name} directly: ${asker.email}

An answer within a week is enough, and no is an answer, too.
`,
  };
}

function howToAnswer({ isMember, address, coordinators, asked }: AskMailWords): string {
  if (isMember) return `Say yes with a day, or no with a reason: a minute on this page.\n\n${address}\n`;
  const names = coordinators.map(({ name, email }) => `${name} <${email}>`).join(', ');
  return coordinators.length > 0
    ? `You need no account: tell your coordinator, who answers for ${asked.shortName} on this page.\n${names}\n\n${address}\n`
    : `You need no account: answer by mail. The ask itself stands here for the partnership’s members.\n\n${address}\n`;
}

/** A person's own words, set in by two blanks so that nobody takes them for Tandem's. */
function quoted(words: string): string {
  return words
    .split(/\r\n|\r|\n/)
    .map((line) => `  ${line}`.trimEnd())
    .join('\n');
}
