import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { type Html, html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { MemberAsk } from '../web/route.ts';
import type { AskReading } from './askReading.store.ts';
import { contactFields } from './contactFields.page.ts';
import { askPath } from './matchingPlace.page.ts';
import { decliningReasons } from './needReasons.ts';

/** What a form was answered with: which of the two, its errors, and whether somebody else was quicker. */
export type RefusedAnswer = {
  readonly part: 'answer' | 'withdraw';
  readonly errors: FieldErrors;
  readonly meanwhile?: boolean;
};

type Written = Readonly<Record<string, string>>;

/** Yes with a day or words, or no with a reason; after a yes, another day or a no after all. */
export function answerForm(ask: MemberAsk, reading: AskReading, refused: RefusedAnswer | undefined): Html {
  const { ask: made, members } = reading;
  const isSent = refused?.part === 'answer';
  const errors: FieldErrors = isSent ? refused.errors : new Map();
  const written: Written = isSent ? ask.form : {};
  const isAccepted = made.state === 'accepted';
  return card({
    title: isAccepted ? 'Change the answer' : 'Your answer',
    body: form({
      action: `${askPath(ask.home, made.id)}/answer`,
      csrfToken: ask.person.csrfToken,
      submit: isAccepted ? 'Send the new answer' : 'Send the answer',
      submitTone: isAccepted ? 'second' : 'main',
      errors: [...errors].map(([field, message]) => ({ field, message })),
      body: html`<input type="hidden" name="version" value="${String(made.version)}">${radioGroup({
        id: 'answer',
        name: 'answer',
        label: 'Will you help?',
        error: errors.get('answer'),
        value: written.answer,
        choices: [
          { value: 'accepted', label: 'Yes', hint: 'With a day below, or in words how you go on.' },
          { value: 'declined', label: 'No', hint: 'With a reason below. It is an answer, too.' },
        ],
      })}${textField({
        id: 'proposedOn',
        name: 'proposedOn',
        label: 'Yes: a day you propose',
        type: 'date',
        optional: true,
        error: errors.get('proposedOn'),
        value: written.proposedOn,
      })}${selectField({
        id: 'reason',
        name: 'reason',
        label: 'No: why not',
        optional: true,
        error: errors.get('reason'),
        value: written.reason,
        options: decliningReasons.map(({ id, name }) => ({ value: id, label: name })),
      })}${textArea({
        id: 'words',
        name: 'words',
        label: 'In your own words',
        rows: 3,
        optional: true,
        error: errors.get('words'),
        value: written.words,
      })}${details({
        summary: 'Wrong person: whom to ask instead',
        open: written.reason === 'wrong person',
        body: contactFields({
          label: 'Whom to ask instead',
          hint: 'They are not written to by this: the others can ask them then.',
          members: members.filter(
            (one) => one.districtId === made.districtId && one.personId !== made.to.personId,
          ),
          written,
          errors,
          optional: true,
        }),
      })}`,
    }),
  });
}

/** Taking an ask back, by the district that asks. */
export function withdrawForm(
  ask: MemberAsk,
  { ask: made }: AskReading,
  refused: RefusedAnswer | undefined,
): Html {
  const isSent = refused?.part === 'withdraw';
  const errors: FieldErrors = isSent ? refused.errors : new Map();
  return card({
    title: 'Take the ask back',
    body: form({
      action: `${askPath(ask.home, made.id)}/withdraw`,
      csrfToken: ask.person.csrfToken,
      submit: 'Take it back',
      submitTone: 'second',
      errors: [...errors].map(([field, message]) => ({ field: `withdraw-${field}`, message })),
      body: html`<input type="hidden" name="version" value="${String(made.version)}">${textArea({
        id: 'withdraw-words',
        name: 'words',
        label: 'Why',
        hint: `${made.to.name} is told, and their time is free for others again.`,
        rows: 2,
        optional: true,
        error: errors.get('words'),
        value: isSent ? ask.form.words : undefined,
      })}`,
    }),
  });
}
