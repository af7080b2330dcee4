import { card } from '../../page/card.ts';
import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { type Content, html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { PartnershipMember } from '../partnership/partnership.store.ts';
import type { MemberAsk } from '../web/route.ts';
import { commitmentPath } from './commitmentPath.ts';
import { droppingReasons, movingReasons } from './commitmentReasons.ts';
import type { Commitment } from './commitments.store.ts';
import { personFields } from './personFields.page.ts';

/** The acts of the page; each is the end of its form's address. */
export type StepPart = 'done' | 'move' | 'hand-over' | 'drop' | 'reopen';

/** A form that was not taken: what was written in it, and why. */
export type RefusedStep = {
  readonly part: StepPart;
  readonly errors: FieldErrors;
  readonly written: Readonly<Record<string, string>>;
  /** Somebody else was quicker. */
  readonly meanwhile?: true;
};

type Shown = { readonly commitment: Commitment; readonly members: readonly PartnershipMember[] };

/** What can be done with a commitment by whoever may. */
export function commitmentForms(ask: MemberAsk, shown: Shown, refused?: RefusedStep): Content {
  const today = calendarDay(ask.hub.now());
  const own = (part: StepPart) => ({
    written: refused?.part === part ? refused.written : {},
    errors: refused?.part === part ? refused.errors : new Map<string, string>(),
    isOpen: refused?.part === part,
  });
  if (shown.commitment.state !== 'open') return reopenCard(ask, shown, own('reopen'), today);
  return html`${card({ title: 'It is done', body: stepForm(ask, shown, 'done', 'Mark done', own('done'), doneFields(own('done'), today)) })}${card(
    {
      title: 'Something else',
      body: html`${details({
        summary: 'Move the day',
        open: own('move').isOpen,
        body: stepForm(ask, shown, 'move', 'Move the day', own('move'), moveFields(own('move'), today)),
      })}${details({
        summary: 'Hand it to somebody else',
        open: own('hand-over').isOpen,
        body: stepForm(
          ask,
          shown,
          'hand-over',
          'Hand it over',
          own('hand-over'),
          handOverFields(shown, own('hand-over')),
        ),
      })}${details({
        summary: 'Drop it',
        open: own('drop').isOpen,
        body: stepForm(ask, shown, 'drop', 'Drop it', own('drop'), dropFields(own('drop'))),
      })}`,
    },
  )}`;
}

type Own = {
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly isOpen: boolean;
};

function stepForm(
  ask: MemberAsk,
  { commitment }: Shown,
  part: StepPart,
  submit: string,
  { errors }: Own,
  fields: Content,
): Content {
  return form({
    action: `${commitmentPath(ask.home, commitment.id)}/${part}`,
    csrfToken: ask.person.csrfToken,
    submit,
    submitTone: part === 'done' || part === 'reopen' ? 'main' : part === 'drop' ? 'danger' : 'second',
    errors: [...errors].map(([field, message]) => ({ field: `${part}-${field}`, message })),
    body: html`<input type="hidden" name="version" value="${String(commitment.version)}">${fields}`,
  });
}

function doneFields({ written, errors }: Own, today: string): Content {
  return html`${textField({
    id: 'done-doneOn',
    name: 'doneOn',
    label: 'Done on',
    type: 'date',
    max: today,
    value: written.doneOn ?? today,
    error: errors.get('doneOn'),
  })}${words('done', 'A word on it', 'What came of it, or where it lies. The partner reads it.', written, errors, true)}`;
}

function moveFields({ written, errors }: Own, today: string): Content {
  return html`${textField({
    id: 'move-due',
    name: 'due',
    label: 'New day',
    type: 'date',
    min: today,
    value: written.due,
    error: errors.get('due'),
  })}${reasons('move', movingReasons, 'Why it moves', written, errors)}${words('move', 'In your own words', 'The partner is told by mail. The day until now stays on this page.', written, errors)}`;
}

function handOverFields({ commitment, members }: Shown, { written, errors }: Own): Content {
  const people = members.filter(({ districtId }) => districtId === commitment.districtId);
  const about = { members: people, written, errors, idPrefix: 'hand-over-' };
  return html`${personFields({ ...about, prefix: 'owner', label: 'Who does it from now on', optional: true })}${personFields(
    { ...about, prefix: 'deputy', label: 'Who stands in', optional: true },
  )}${words('hand-over', 'A word to them', undefined, written, errors, true)}`;
}

function dropFields({ written, errors }: Own): Content {
  return html`${reasons('drop', droppingReasons, 'Why it is dropped', written, errors)}${words('drop', 'In your own words', 'The partner is told by mail.', written, errors)}`;
}

function reopenCard(ask: MemberAsk, shown: Shown, own: Own, today: string): Content {
  const { written, errors } = own;
  const fields = html`${textField({
    id: 'reopen-due',
    name: 'due',
    label: 'Due on',
    type: 'date',
    min: today,
    value: written.due,
    error: errors.get('due'),
  })}${words('reopen', 'Why it is taken up again', undefined, written, errors)}`;
  return card({
    title: 'Take it up again',
    body: stepForm(ask, shown, 'reopen', 'Take it up again', own, fields),
  });
}

function reasons(
  part: StepPart,
  list: readonly { readonly id: string; readonly name: string }[],
  label: string,
  written: Own['written'],
  errors: FieldErrors,
): Content {
  return radioGroup({
    id: `${part}-reason`,
    name: 'reason',
    label,
    value: written.reason,
    error: errors.get('reason'),
    choices: list.map(({ id, name }) => ({ value: id, label: name })),
  });
}

function words(
  part: StepPart,
  label: string,
  hint: string | undefined,
  written: Own['written'],
  errors: FieldErrors,
  optional = false,
): Content {
  return textArea({
    id: `${part}-words`,
    name: 'words',
    label,
    hint,
    optional,
    rows: 2,
    value: written.words,
    error: errors.get('words'),
  });
}
