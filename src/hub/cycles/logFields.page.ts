import { type Content, html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { CycleSide } from './cycle.ts';
import { actReasons, acts, waysDone } from './cycleLists.ts';

type Sent = { readonly written: Readonly<Record<string, string>>; readonly errors: FieldErrors };

/**
 * The quick log: six inputs at the most, filled with what is known. The version of the log goes with it, so that somebody quicker is
 * noticed.
 */
export function logFields(side: CycleSide, fewest: number, { written, errors }: Sent): Content {
  const { did, studied } = side;
  const was = (field: string, before: string | null | undefined) => written[field] ?? before ?? '';
  return html`<input type="hidden" name="entries" value="${String(side.entries)}">${radioGroup({
    id: 'done',
    name: 'done',
    label: '1. Was it done as planned?',
    error: errors.get('done'),
    value: was('done', did?.done ?? 'as planned'),
    choices: waysDone.map(({ id, name }) => ({ value: id, label: name })),
  })}${textField({
    id: 'different',
    name: 'different',
    label: '2. What was different from the plan?',
    optional: true,
    error: errors.get('different'),
    value: was('different', did?.words),
  })}${textField({
    id: 'counted',
    name: 'counted',
    label: '3. What did you count in the test itself?',
    hint: 'For example: wrote a full paragraph without help.',
    optional: true,
    error: errors.get('counted'),
    value: was('counted', studied?.own.counted),
  })}${textField({
    id: 'count',
    name: 'count',
    label: '4. For how many of how many students?',
    hint: `Like 18 of 24. Of fewer than ${fewest} students the numbers are not kept: say below what you saw.`,
    optional: true,
    width: 'medium',
    error: errors.get('count'),
    value: was('count', countText(side)),
  })}${textArea({
    id: 'learned',
    name: 'learned',
    label: '5. What did you learn?',
    hint: 'One or two sentences. Leave it empty if it is too early to say.',
    optional: true,
    rows: 3,
    error: errors.get('learned'),
    value: was('learned', studied?.words),
  })}${selectField({
    id: 'act',
    name: 'act',
    label: '6. What follows, and why?',
    optional: true,
    empty: 'Not decided yet',
    error: errors.get('act'),
    value: written.act,
    options: acts.map(({ id: act, name }) => ({
      group: name,
      options: actReasons
        .filter((reason) => reason.act === act)
        .map(({ id, name: why }) => ({ value: id, label: `${name}: ${why}` })),
    })),
  })}`;
}

function countText({ studied }: CycleSide): string | undefined {
  if (studied?.own.numerator === null || studied?.own.n === null) return undefined;
  return studied ? `${studied.own.numerator} of ${studied.own.n}` : undefined;
}

/** The version of the log that a form was based on; -1 for none, which no log has. */
export function entriesIn(form: Readonly<Record<string, string>>): number {
  return /^\d{1,6}$/.test(form.entries ?? '') ? Number(form.entries) : -1;
}

/** Why a log was not written. */
export const notLogged = {
  'changed meanwhile':
    'Somebody else has logged this test while you were writing. Look at what stands there now, then send yours again.',
  ended: 'This test has ended meanwhile: what follows from it was decided. Plan another test to go on.',
  'nothing new':
    'Nothing was written: all of this stands there already. Change something, or close the page.',
} as const;
