import { measures } from '../../measures/registry.ts';
import { checkboxGroup } from '../../page/checkboxGroup.ts';
import { type Content, html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { studentGroups } from '../../vocabulary/studentGroup.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { personFields } from '../commitments/personFields.page.ts';
import type { PartnershipMember } from '../partnership/partnership.store.ts';
import { isPredictable } from './cycleDraft.ts';
import { changeKinds, predictions } from './cycleLists.ts';

type Sent = { readonly written: Readonly<Record<string, string>>; readonly errors: FieldErrors };

/** The change, and what is predicted of it. */
export function ideaFields({ written, errors }: Sent): Content {
  const offered = measures.filter(isPredictable);
  const areas = [
    ...focusAreas.map(({ id, name }) => ({ id: id as string | null, name: name as string })),
    { id: null, name: 'Other' },
  ];
  return html`${textArea({
    id: 'idea',
    name: 'idea',
    label: 'What will you change?',
    hint: 'One change, small enough for a few schools and a few weeks. Both districts read it.',
    rows: 3,
    error: errors.get('idea'),
    value: written.idea,
  })}${selectField({
    id: 'changeKind',
    name: 'changeKind',
    label: 'What kind of change is it?',
    error: errors.get('changeKind'),
    value: written.changeKind,
    options: changeKinds.map(({ id, name }) => ({ value: id, label: name })),
  })}<div class="field-row">${selectField({
    id: 'measure',
    name: 'measure',
    label: 'Which measure should show it?',
    error: errors.get('measure'),
    value: written.measure,
    options: areas.map(({ id, name }) => ({
      group: name,
      options: offered
        .filter(({ focusArea }) => focusArea === id)
        .map((one) => ({ value: one.id, label: one.shortName })),
    })),
  })}${selectField({
    id: 'group',
    name: 'group',
    label: 'Of which students?',
    empty: null,
    error: errors.get('group'),
    value: written.group ?? 'ALL',
    options: studentGroups.map(({ code, name }) => ({ value: code, label: name })),
  })}</div>${radioGroup({
    id: 'prediction',
    name: 'prediction',
    label: 'What do you predict?',
    hint: 'Written before anybody sees a result, and never changed after.',
    error: errors.get('prediction'),
    value: written.prediction,
    choices: predictions.map(({ id, name }) => ({ value: id, label: name })),
  })}${textField({
    id: 'amount',
    name: 'amount',
    label: 'By how much?',
    hint: 'In the unit of the measure; empty where it stays.',
    type: 'number',
    optional: true,
    error: errors.get('amount'),
    value: written.amount,
  })}`;
}

/** Where one district tests it, who leads it there, and when. */
export function sideFields(
  { written, errors }: Sent,
  members: readonly PartnershipMember[],
  days: { readonly startsOn: string; readonly studyOn: string },
): Content {
  return html`<div class="field-row">${textField({
    id: 'startsOn',
    name: 'startsOn',
    label: 'From',
    type: 'date',
    error: errors.get('startsOn'),
    value: written.startsOn ?? days.startsOn,
  })}${textField({
    id: 'studyOn',
    name: 'studyOn',
    label: 'Studied on',
    type: 'date',
    error: errors.get('studyOn'),
    value: written.studyOn ?? days.studyOn,
  })}${textField({
    id: 'schools',
    name: 'schools',
    label: 'In how many schools?',
    type: 'number',
    unit: 'schools',
    error: errors.get('schools'),
    value: written.schools,
  })}</div>${textField({
    id: 'schoolNames',
    name: 'schoolNames',
    label: 'Which schools?',
    hint: 'Seen by your own district; the other one sees how many they are.',
    optional: true,
    error: errors.get('schoolNames'),
    value: written.schoolNames,
  })}${checkboxGroup({
    id: 'namesShared',
    name: 'namesShared',
    label: 'May they be named to the other district?',
    values: written.namesShared === 'yes' ? ['yes'] : [],
    choices: [{ value: 'yes', label: 'Yes, the schools agree to be named' }],
  })}${personFields({
    prefix: 'leader',
    label: 'Who leads it?',
    hint: 'They get a mail with a link by which they log it, on the day of study at the latest.',
    members,
    written,
    errors,
  })}`;
}
