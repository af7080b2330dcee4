import { inSentence } from '../../vocabulary/inSentence.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { StudentGroup } from '../../vocabulary/studentGroup.ts';
import { wantedText } from './askMail.ts';
import type { Wanted } from './capacityLeft.ts';
import { decliningReasons, reasonName } from './needReasons.ts';
import { type Term, termName } from './term.ts';

export type AnswerMailWords = {
  readonly to: { readonly name: string };
  readonly from: { readonly name: string };
  /** Short name of the district whose person answered or withdrew. */
  readonly district: string;
  readonly measure: MeasureDefinition;
  readonly group: StudentGroup;
  readonly wanted: Wanted;
  readonly term: Term;
  readonly state: 'accepted' | 'declined' | 'withdrawn';
  readonly reason: string | null;
  readonly words: string | null;
  /** Written out: `February 15, 2027`. */
  readonly proposedOn: string | null;
  readonly suggestedName: string | null;
  readonly address: string;
};

const verbs = { accepted: 'says yes', declined: 'says no', withdrawn: 'takes the ask back' } as const;

/** The mail that tells the other side how an ask was answered, or that it was withdrawn. */
export function answerMail(mail: AnswerMailWords): { readonly subject: string; readonly body: string } {
  const about = `${mail.measure.shortName}, ${inSentence(mail.group.name)}`;
  const lines = [
    ...(mail.proposedOn ? [`The day they propose: ${mail.proposedOn}.`] : []),
    ...(mail.reason ? [`Why not: ${inSentence(reasonName(decliningReasons, mail.reason))}.`] : []),
    ...(mail.suggestedName ? [`Ask ${mail.suggestedName} instead: the page has a button for it.`] : []),
    ...(mail.words
      ? ['In their own words:', ...mail.words.split(/\r\n|\r|\n/).map((line) => `  ${line}`)]
      : []),
  ];
  return {
    subject: `${mail.district} ${verbs[mail.state]}: ${about}`,
    body: `Hello ${mail.to.name},

${mail.from.name} (${mail.district}) ${verbs[mail.state]}: ${wantedText(mail.wanted)} in ${termName(mail.term)}, about ${about}.
${lines.length > 0 ? `\n${lines.join('\n')}\n` : ''}
The whole ask:

${mail.address}
`,
  };
}
