import { measureById } from '../../measures/registry.ts';
import { checkboxGroup } from '../../page/checkboxGroup.ts';
import { type Content, html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas, type ModeId, strategies } from '../../vocabulary/partnership.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { Holder } from './engagement.ts';
import type { EngagementChoices } from './engagementChoices.store.ts';
import { dayFields } from './dayFields.page.ts';
import { holderFields } from './holderFields.page.ts';

type EngagementFields = {
  readonly mode: ModeId;
  readonly choices: EngagementChoices;
  readonly people: readonly Holder[];
  /** Short name of the own district. */
  readonly own: string;
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
};

/** What an engagement is, what it serves, when it is, and the own part in it. */
export function engagementFields({ mode, choices, people, own, written, errors }: EngagementFields): Content {
  return html`${textField({
    id: 'title',
    name: 'title',
    label: 'Title',
    hint: 'A few words that both districts will use.',
    error: errors.get('title'),
    value: written.title,
  })}${textArea({
    id: 'purpose',
    name: 'purpose',
    label: 'What it is for, in your own words',
    hint: 'What will be different for students when it is done.',
    rows: 3,
    error: errors.get('purpose'),
    value: written.purpose,
  })}${
    mode === 'joint'
      ? textField({
          id: 'product',
          name: 'product',
          label: 'What the two of you make',
          hint: 'One thing: a placement rule, a unit of lessons, a handbook.',
          error: errors.get('product'),
          value: written.product,
        })
      : ''
  }${mode === 'external' ? partnerField(choices, written, errors) : ''}${radioGroup({
    id: 'focusArea',
    name: 'focusArea',
    label: 'Focus area',
    error: errors.get('focusArea'),
    value: written.focusArea,
    choices: focusAreas.map(({ id, name }) => ({ value: id, label: name })),
  })}${radioGroup({
    id: 'strategy',
    name: 'strategy',
    label: 'Strategy it serves most',
    error: errors.get('strategy'),
    value: written.strategy,
    choices: strategies.map(({ id, name }) => ({ value: id, label: name })),
  })}${selectField({
    id: 'need',
    name: 'need',
    label: 'Need it meets',
    optional: true,
    empty: 'None of the confirmed needs',
    error: errors.get('need'),
    value: written.need,
    options: choices.parties.flatMap(({ districtId, shortName }) =>
      choices.needs
        .filter((need) => need.districtId === districtId)
        .map((need) => ({ value: need.id, label: `${shortName}: ${need.wording}` })),
    ),
  })}${selectField({
    id: 'benchmark',
    name: 'benchmark',
    label: 'Benchmark it serves',
    optional: true,
    empty: 'None of the benchmarks',
    error: errors.get('benchmark'),
    value: written.benchmark,
    options: choices.benchmarks.map(({ id, measureId, group }) => ({
      value: id,
      label: `${measureById(measureId).shortName}: ${inSentence(studentGroupName(group))}`,
    })),
  })}${dayFields(written, errors)}${textArea({
    id: 'brings',
    name: 'brings',
    label: `What ${own} gives to it`,
    hint: 'People, time, material, rooms. A sentence or two.',
    rows: 2,
    error: errors.get('brings'),
    value: written.brings,
  })}${holderFields(people, written, errors)}`;
}

function partnerField(
  { partners }: EngagementChoices,
  written: Readonly<Record<string, string>>,
  errors: FieldErrors,
): Content {
  return checkboxGroup({
    id: 'partners',
    name: 'partners',
    label: 'External partners',
    hint: 'From the register of external partners.',
    error: errors.get('partners'),
    values: partners.filter(({ id }) => written[`partner-${id}`] === id).map(({ id }) => id),
    choices: partners.map(({ id, name }) => ({ value: id, name: `partner-${id}`, label: name })),
  });
}
