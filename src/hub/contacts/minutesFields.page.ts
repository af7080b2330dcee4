import { checkboxGroup } from '../../page/checkboxGroup.ts';
import { details } from '../../page/details.ts';
import { type Content, html } from '../../page/html.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { ContactReading } from './contactReading.store.ts';
import { elseOf, minutesRows, rowField } from './minutesDraft.ts';

type Written = Readonly<Record<string, string>>;

/** Notes, who was there, rows of decisions and promises, and the hours of both sides. */
export function minutesFields(
  reading: ContactReading,
  written: Written,
  errors: FieldErrors,
  today: string,
): Content {
  const { contact } = reading;
  const people = contact.people.map(({ name }, i) => ({
    value: 'on',
    label: name,
    name: rowField('attended', i + 1),
  }));
  return html`${textArea({
    id: 'notes',
    name: 'notes',
    label: 'What was seen and said',
    hint: 'No student’s and no teacher’s name.',
    rows: 8,
    value: written.notes,
    error: errors.get('notes'),
  })}${attendance(people, written, errors)}<h2>Decided</h2><p class="quiet">Leave rows empty that you do not need.</p>${rows(
    (row) => decisionRow(row, written, errors),
  )}<h2>Promised</h2><p class="quiet">Whoever does it is told by mail. It is a promise of their district.</p>${rows(
    (row) => promiseRow(reading, row, written, errors, today),
  )}${hoursFields(reading, written, errors)}`;
}

function rows(one: (row: number) => Content): Content {
  return Array.from({ length: minutesRows }, (_, i) => one(i + 1));
}

type Choice = { readonly value: string; readonly label: string; readonly name: string };

/** Each box has its own name, so that `checkboxGroup` cannot tell which are ticked by value alone: the value is the name. */
function attendance(people: readonly Choice[], written: Written, errors: FieldErrors): Content {
  return checkboxGroup({
    id: 'attended-1',
    name: 'attended',
    label: 'Who was there',
    error: errors.get('attended-1'),
    choices: people.map(({ label, name }) => ({ value: name, label, name })),
    values: people.map(({ name }) => name).filter((name) => written[name]),
  });
}

function decisionRow(row: number, written: Written, errors: FieldErrors): Content {
  const field = (name: string, label: string) => {
    const id = rowField(name, row);
    return textField({
      id,
      name: id,
      label,
      optional: true,
      value: written[id],
      error: errors.get(id),
    });
  };
  return html`<div class="field-row" role="group" aria-label="${`Decision ${row}`}">${field('decision', `Decision ${row}`)}${field('reason', 'Because')}</div>`;
}

function promiseRow(
  { parties, members }: ContactReading,
  row: number,
  written: Written,
  errors: FieldErrors,
  today: string,
): Content {
  const [what, owner, due] = [rowField('what', row), rowField('owner', row), rowField('due', row)];
  return html`<div class="field-row" role="group" aria-label="${`Promise ${row}`}">${textField({
    id: what,
    name: what,
    label: `Promise ${row}`,
    optional: true,
    value: written[what],
    error: errors.get(what),
  })}${selectField({
    id: owner,
    name: owner,
    label: 'Who does it',
    optional: true,
    value: written[owner],
    error: errors.get(owner),
    options: parties.map(({ districtId, shortName }) => ({
      group: shortName,
      options: [
        ...members
          .filter((one) => one.districtId === districtId)
          .map(({ personId, name }) => ({ value: personId, label: name })),
        { value: elseOf(districtId), label: `Somebody of ${shortName} without account` },
      ],
    })),
  })}${textField({
    id: due,
    name: due,
    label: 'Due on',
    type: 'date',
    min: today,
    optional: true,
    value: written[due],
    error: errors.get(due),
  })}</div>${withoutAccount(owner, row, written, errors)}`;
}

/** Name and mail address of whoever does it without account: open once somebody wrote there. */
function withoutAccount(owner: string, row: number, written: Written, errors: FieldErrors): Content {
  const [name, email] = [`${owner}Name`, `${owner}Email`];
  const field = (id: string, label: string) => ({
    id,
    name: id,
    label,
    optional: true,
    autocomplete: 'off' as const,
    value: written[id],
    error: errors.get(id),
  });
  return details({
    summary: `Promise ${row}: somebody without account`,
    open: [name, email].some((id) => Boolean(written[id]) || errors.has(id)),
    body: html`<div class="field-row" role="group" aria-label="${`Promise ${row}: somebody without account`}">${textField(field(name, 'Name'))}${textField({ ...field(email, 'Mail address'), type: 'email' })}</div>`,
  });
}

function hoursFields(
  { contact, parties, engagement }: ContactReading,
  written: Written,
  errors: FieldErrors,
): Content {
  return html`<h2>Hours</h2><p class="quiet">People’s hours added up, preparation included. The other district confirms them; an hour that both gave stands on both sides.</p><div class="field-row" role="group" aria-label="Hours of both sides">${parties.map(
    ({ position, shortName, districtId }) => {
      const id = rowField('gave', position);
      return textField({
        id,
        name: id,
        label: `${shortName} gave${districtId === contact.hostId ? ' (received the visitors)' : ''}`,
        type: 'number',
        unit: 'hours',
        optional: true,
        value: written[id],
        error: errors.get(id),
      });
    },
  )}</div>${
    engagement
      ? ''
      : selectField({
          id: 'focusArea',
          name: 'focusArea',
          label: 'Focus area of the hours',
          optional: true,
          value: written.focusArea,
          error: errors.get('focusArea'),
          options: focusAreas.map(({ id, name }) => ({ value: id, label: name })),
        })
  }`;
}
