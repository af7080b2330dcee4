import type { LinkKindId } from '../links/linkKinds.ts';
import type { ReplyWords } from './replyWords.ts';

/** What an answer does, as the form of its link would be filled; or that it is kept as a note, and why it does nothing. */
export type ReplyForm =
  | { readonly does: true; readonly fields: Readonly<Record<string, string>> }
  | { readonly does: false; readonly why: string };

const keptAsNote = 'It is kept as a note.';

/** What the words of an answer do, by the kind of what the mail was about. */
export function replyForm(kind: LinkKindId, { says, day, words, trouble }: ReplyWords): ReplyForm {
  const note = (why: string): ReplyForm => ({ does: false, why: `${keptAsNote} ${why}` });
  if (trouble !== null) return note(trouble);
  if (says === 'note')
    return note(`To do more, begin your answer with ${beginnings[kind] ?? 'a word of the mail'}.`);
  if (kind === 'commitment') {
    if (says === 'done' || says === 'yes') return { does: true, fields: { step: 'done', words } };
    if (says === 'until')
      return {
        does: true,
        fields: {
          step: 'moved',
          due: day ?? '',
          reason: 'other',
          words: words || 'Said by mail, without a reason.',
        },
      };
    return note('If it takes longer, say until when: “needs until 2027-01-15”.');
  }
  if (kind === 'hours') {
    if (says === 'yes' || says === 'done') return { does: true, fields: { answer: 'confirmed', words } };
    if (says === 'no' && words !== '')
      return { does: true, fields: { answer: 'disputed', reason: 'other', words } };
    return note(
      says === 'no'
        ? 'Say after “no” what is not right with the hours: the partner corrects them by that.'
        : 'Hours are confirmed with “yes” or disputed with “no” and what is not right.',
    );
  }
  if (kind === 'cycle') {
    if (says === 'done' || says === 'yes')
      return {
        does: true,
        fields: words === '' ? { done: 'as planned' } : { done: 'as planned', learned: words },
      };
    if (says === 'no' && words !== '') return { does: true, fields: { done: 'not done', different: words } };
    return note('What the test has shown is logged on the page of the link in the mail.');
  }
  return note('By mail it cannot do more.');
}

/** The words a reader may begin with, as the mail itself says them. */
export const beginnings: Readonly<Partial<Record<LinkKindId, string>>> = {
  commitment: '“done” or “needs until 2027-01-15”',
  hours: '“yes”, or “no” and what is not right',
  cycle: '“done” and what you learned, or “no” and why it was not done',
};
