import { addDays } from '../../vocabulary/addDays.ts';
import { button } from '../../page/button.ts';
import { checkboxGroup } from '../../page/checkboxGroup.ts';
import { details } from '../../page/details.ts';
import { form } from '../../page/form.ts';
import { type Html, html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { MemberAsk } from '../web/route.ts';
import { fewestPreviewDays } from './decisionDraft.ts';
import type { Consent, PublicStatement } from './publicStatements.store.ts';
import { packPath } from './reviewPlace.page.ts';
import { objectionReasons, statementParts } from './reviewWords.ts';

type Errors = ReadonlyMap<string, string>;

const usualPreviewDays = 7;

/** Opens a preview: what would be said, until when both read it, and an embargo. */
export function previewForm(
  ask: MemberAsk,
  hash: string,
  previewed: ReadonlySet<string>,
  errors: Errors = new Map(),
): Html {
  const written = errors.size > 0 ? ask.form : undefined;
  const today = calendarDay(ask.hub.now());
  return form({
    action: `${packPath(ask.home, hash)}/statements`,
    csrfToken: ask.person.csrfToken,
    submit: 'Open the preview',
    submitTone: 'second',
    errors: [...errors].map(([field, message]) => ({ field, message })),
    body: html`${checkboxGroup({
      id: 'part',
      name: 'part',
      label: 'What would be said in public',
      error: errors.get('part'),
      values: written
        ? statementParts.map(({ id }) => id).filter((id) => written[`part-${id}`] !== undefined)
        : [],
      choices: statementParts
        .filter(({ id }) => id !== 'press-line' && !previewed.has(id))
        .map(({ id, name }) => ({ value: id, label: name, name: `part-${id}` })),
    })}${textArea({
      id: 'pressLine',
      name: 'pressLine',
      label: 'A line for the press',
      hint: 'Word for word, as it would be said.',
      rows: 3,
      optional: true,
      value: written?.pressLine,
      error: errors.get('pressLine'),
    })}${textField({
      id: 'previewUntil',
      name: 'previewUntil',
      label: 'Last day of the preview',
      hint: `At least ${fewestPreviewDays} days from today. Its end publishes nothing by itself.`,
      type: 'date',
      value: written?.previewUntil ?? addDays(today, usualPreviewDays),
      error: errors.get('previewUntil'),
    })}${textField({
      id: 'embargoUntil',
      name: 'embargoUntil',
      label: 'Embargo: not before',
      hint: 'A board meeting, say.',
      type: 'date',
      optional: true,
      value: written?.embargoUntil,
      error: errors.get('embargoUntil'),
    })}`,
  });
}

/** A superintendent consents or objects, or says something else than before. */
export function consentForm(
  ask: MemberAsk,
  hash: string,
  statement: PublicStatement,
  mine: Consent | undefined,
  errors: Errors = new Map(),
): Html {
  const isSent = errors.size > 0;
  const written = isSent ? ask.form : undefined;
  const field = (name: string) => `${name}-${statement.id}`;
  const body = form({
    action: `${packPath(ask.home, hash)}/statements/${statement.id}`,
    csrfToken: ask.person.csrfToken,
    submit: mine ? 'Send the new answer' : 'Send the answer',
    submitTone: mine ? 'second' : 'main',
    second: button({ label: 'Take the statement back', tone: 'quiet', name: 'withdraw', value: 'yes' }),
    errors: [...errors].map(([name, message]) => ({ field: field(name), message })),
    body: html`<input type="hidden" name="version" value="${String(mine?.version ?? 0)}">${radioGroup({
      id: field('answer'),
      name: 'answer',
      label: 'Does your district consent?',
      value: written?.answer,
      error: errors.get('answer'),
      choices: [
        { value: 'consents', label: 'Yes, it may be said after the preview and the embargo' },
        { value: 'objects', label: 'No, with a reason below' },
      ],
    })}${selectField({
      id: field('reason'),
      name: 'reason',
      label: 'No: why not',
      optional: true,
      value: written?.reason,
      error: errors.get('reason'),
      options: objectionReasons.map(({ id, name }) => ({ value: id, label: name })),
    })}${textArea({
      id: field('words'),
      name: 'words',
      label: 'In your own words',
      rows: 2,
      optional: true,
      value: written?.words,
      error: errors.get('words'),
    })}`,
  });
  return mine ? details({ summary: 'Change your answer', open: isSent, body }) : body;
}
