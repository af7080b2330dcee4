import { checkboxGroup } from '../../page/checkboxGroup.ts';
import { type Content, html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import type { FieldErrors } from '../benchmarks/benchmarkDraft.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { periodFields } from './periodFields.page.ts';
import { authorities, decisions } from './resourceKinds.ts';
import type { ResourceReading } from './resourceReading.store.ts';
import { benchmarkName } from './resourceWords.page.ts';
import { bothDistricts } from './sourceDraft.ts';

type Fields = {
  readonly own: Party;
  readonly reading: ResourceReading;
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
  readonly isChange: boolean;
};

/** What a flexibility says, in the order in which a person knows it: the rule, the decision, the money, the use. */
export function flexibilityFields(fields: Fields): Content {
  const { written, errors, isChange } = fields;
  return html`${ruleFields(fields)}${decisionFields(fields)}${moneyFields(fields)}${useFields(fields)}${
    isChange
      ? textArea({
          id: 'reason',
          name: 'reason',
          label: 'Why it changes',
          rows: 2,
          error: errors.get('reason'),
          value: written.reason,
        })
      : ''
  }`;
}

function ruleFields({ own, written, errors }: Fields): Content {
  return html`${textField({ id: 'title', name: 'title', label: 'Short name', error: errors.get('title'), value: written.title })}${radioGroup(
    {
      id: 'district',
      name: 'district',
      label: 'Whose it is',
      error: errors.get('district'),
      value: written.district,
      choices: [
        { value: own.districtId, label: own.name },
        { value: bothDistricts, label: 'Both districts together' },
      ],
    },
  )}${textField({
    id: 'ruleCitation',
    name: 'ruleCitation',
    label: 'The rule: code and section',
    hint: 'Like Education Code 41402.',
    error: errors.get('ruleCitation'),
    value: written.ruleCitation,
  })}${textArea({
    id: 'ruleWords',
    name: 'ruleWords',
    label: 'What it asks, and what is done instead',
    hint: 'In your own words, for somebody who does not know the code.',
    rows: 3,
    error: errors.get('ruleWords'),
    value: written.ruleWords,
  })}${radioGroup({
    id: 'authority',
    name: 'authority',
    label: 'Who may set it aside',
    error: errors.get('authority'),
    value: written.authority,
    choices: authorities.map(({ id, name, hint }) => ({ value: id, label: name, hint: hint ?? undefined })),
  })}${textField({
    id: 'authorityWords',
    name: 'authorityWords',
    label: 'In your own words',
    hint: 'The meeting, the item, the letter.',
    optional: true,
    error: errors.get('authorityWords'),
    value: written.authorityWords,
  })}`;
}

function decisionFields({ written, errors }: Fields): Content {
  return html`${radioGroup({
    id: 'decision',
    name: 'decision',
    label: 'How it was decided',
    error: errors.get('decision'),
    value: written.decision,
    choices: decisions.map(({ id, name }) => ({ value: id, label: name })),
  })}<div class="field-row" role="group" aria-label="Days of the decision">${textField({
    id: 'requestedOn',
    name: 'requestedOn',
    label: 'Asked for on',
    type: 'date',
    error: errors.get('requestedOn'),
    value: written.requestedOn,
  })}${textField({
    id: 'decidedOn',
    name: 'decidedOn',
    label: 'Decided on',
    type: 'date',
    optional: true,
    error: errors.get('decidedOn'),
    value: written.decidedOn,
  })}</div>${periodFields(written, errors, { first: 'Holds from', last: 'Holds until' })}`;
}

function moneyFields({ reading, written, errors }: Fields): Content {
  const options = reading.fundingSources.map(({ id, name }) => ({ value: id, label: name }));
  return html`${textField({
    id: 'freed',
    name: 'freed',
    label: 'Dollars it frees or moves',
    hint: 'Over its whole time. Like 120,000 or 1.2 million.',
    unit: 'dollars',
    width: 'medium',
    error: errors.get('freed'),
    value: written.freed,
  })}${selectField({
    id: 'fromSource',
    name: 'fromSource',
    label: 'From which funding source',
    optional: true,
    empty: 'From none that is written down',
    error: errors.get('fromSource'),
    value: written.fromSource,
    options,
  })}${selectField({
    id: 'toSource',
    name: 'toSource',
    label: 'To which funding source',
    optional: true,
    empty: 'It stays where it is',
    error: errors.get('toSource'),
    value: written.toSource,
    options,
  })}`;
}

function useFields({ reading, written, errors }: Fields): Content {
  const box = (prefix: string, id: string, label: string) => ({
    value: 'yes',
    name: `${prefix}${id}`,
    label,
  });
  const ticked = (prefix: string, ids: readonly string[]) =>
    ids.filter((id) => written[`${prefix}${id}`] === id);
  const work = reading.engagements.map(({ id }) => id);
  const benchmarks = reading.benchmarks.map(({ benchmark }) => benchmark.id);
  return html`${textArea({
    id: 'useWords',
    name: 'useWords',
    label: 'What it is used for',
    rows: 2,
    error: errors.get('useWords'),
    value: written.useWords,
  })}${
    work.length > 0
      ? checkboxGroup({
          id: 'engagements',
          name: 'engagements',
          label: 'The work it pays for',
          values: ticked('engagement-', work),
          choices: reading.engagements.map(({ id, title }) => box('engagement-', id, title)),
        })
      : ''
  }${
    benchmarks.length > 0
      ? checkboxGroup({
          id: 'benchmarks',
          name: 'benchmarks',
          label: 'The benchmarks it is meant to move',
          values: ticked('benchmark-', benchmarks),
          choices: reading.benchmarks.map((about) =>
            box('benchmark-', about.benchmark.id, benchmarkName(about)),
          ),
        })
      : ''
  }`;
}
