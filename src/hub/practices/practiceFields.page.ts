import { measures } from '../../measures/registry.ts';
import { checkboxGroup } from '../../page/checkboxGroup.ts';
import { columns } from '../../page/columns.ts';
import { details } from '../../page/details.ts';
import { type Content, html } from '../../page/html.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { focusAreas, strategies } from '../../vocabulary/partnership.ts';
import { studentGroups } from '../../vocabulary/studentGroup.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import { groupFields } from './practiceDraft.ts';
import type { PracticeChoices } from './practiceChoices.store.ts';
import { practiceGrades } from './practiceWords.ts';
import { tickName } from './readField.ts';

type Written = Readonly<Record<string, string>>;

/** How a practice is described: what, for whom, what it takes, and what it came from. */
export function practiceFields(choices: PracticeChoices, written: Written, errors: FieldErrors): Content {
  const field = (name: string) => ({ id: name, name, value: written[name], error: errors.get(name) });
  const groups = studentGroups.map(({ code, name }) => ({ value: code, label: name }));
  const more = ['hours', 'people', 'materials', 'link', 'district', 'need', 'engagement', 'claim'];
  return html`${textField({ ...field('name'), label: 'Name', hint: 'As you call it among yourselves.', maxLength: 120 })}${textArea(
    {
      ...field('done'),
      label: 'What is done',
      hint: 'As you would tell a colleague: who does what, how often, with whom.',
      rows: 5,
    },
  )}${columns('two', [
    selectField({
      ...field('focusArea'),
      label: 'Focus area',
      options: focusAreas.map(({ id, name }) => ({ value: id, label: name })),
    }),
    selectField({
      ...field('strategy'),
      label: 'Strategy',
      options: strategies.map(({ id, name }) => ({ value: id, label: name })),
    }),
    selectField({
      ...field('measure'),
      label: 'Measure that should move',
      options: measures.map(({ id, shortName }) => ({ value: id, label: shortName })),
    }),
    selectField({ ...field(groupFields[0]), label: 'For which students', options: groups }),
    selectField({
      ...field(groupFields[1]),
      label: 'And for',
      optional: true,
      empty: 'No others',
      options: groups,
    }),
    selectField({
      ...field(groupFields[2]),
      label: 'And',
      optional: true,
      empty: 'No others',
      options: groups,
    }),
  ])}${checkboxGroup({
    id: 'grade',
    name: 'grade',
    label: 'For which grades',
    error: errors.get('grade'),
    choices: practiceGrades.map(({ id, name }) => ({ value: id, label: name, name: tickName('grade', id) })),
    values: practiceGrades.map(({ id }) => id).filter((id) => written[tickName('grade', id)] !== undefined),
  })}${details({
    summary: 'What it takes, and what it came from (all optional)',
    open: more.some((name) => Boolean(written[name]) || errors.has(name)),
    body: html`${columns('two', [
      textField({
        ...field('hours'),
        label: 'Hours',
        hint: 'Such as 30 minutes a day, 12 weeks.',
        optional: true,
      }),
      textField({
        ...field('people'),
        label: 'People',
        hint: 'Such as one coach for two schools.',
        optional: true,
      }),
    ])}${textField({ ...field('materials'), label: 'Materials', optional: true })}${textField({ ...field('link'), label: 'Where more is written', type: 'url', optional: true })}${columns(
      'two',
      [
        select('district', 'Begun in', 'Elsewhere; both learned it there', choices.districts),
        select('need', 'Need it came from', 'None', choices.needs),
        select('engagement', 'Engagement it came from', 'None', choices.engagements),
        select('claim', 'Registered question about it', 'None', choices.claims),
      ],
    )}`,
  })}`;

  function select(name: string, label: string, empty: string, options: PracticeChoices['needs']): Content {
    return selectField({
      ...field(name),
      label,
      optional: true,
      empty,
      options: options.map(({ id, name: text }) => ({ value: id, label: text })),
    });
  }
}
