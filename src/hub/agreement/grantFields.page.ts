import { checkboxGroup } from '../../page/checkboxGroup.ts';
import { type Html, html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textField } from '../../page/textField.ts';
import { countedInVaults } from '../../measures/countedInVaults.ts';
import { focusAreas } from '../../vocabulary/partnership.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { listed } from './clauseWords.page.ts';
import type { Written } from './writtenTerms.ts';

type GrantFields = {
  readonly n: number;
  readonly own: Party;
  readonly parties: readonly Party[];
  readonly written: Written;
  readonly errors: ReadonlyMap<string, string>;
};

/** One grant of the form: who shows what to whom, under which conditions. */
export function grantFields({ n, own, parties, written, errors }: GrantFields): Html {
  const field = (name: string) => {
    const id = `grant${n}-${name}`;
    return { id, name: id, error: errors.get(id), value: written[id] };
  };
  const kept = parties.flatMap(({ position }) => {
    const name = `grant${n}-id-${position}`;
    return written[name] ? [html`<input type="hidden" name="${name}" value="${written[name]}">`] : [];
  });
  return html`<fieldset class="series"><legend>Grant ${n}</legend>${kept}${selectField({
    ...field('giver'),
    label: 'Who shows its figures?',
    empty: n === 1 ? null : undefined,
    options: [
      {
        value: 'every',
        label: `Each to the other, the same (${listed(parties.map((one) => one.shortName))})`,
      },
      ...parties
        .toSorted((a, b) => Number(b === own) - Number(a === own))
        .map(({ cds, shortName }) => ({ value: cds, label: `Only ${shortName}` })),
      ...(n > 1 ? [{ value: 'none', label: 'Nobody: leave this grant out' }] : []),
    ],
  })}${measureBoxes({ n, written, error: errors.get(`grant${n}-measure`) })}${radioGroup({
    ...field('scope'),
    label: 'Of which places?',
    choices: [
      { value: 'district', label: 'The district as a whole' },
      { value: 'schools', label: 'The district and each of its schools' },
    ],
  })}<div class="field-row">${yearField('First school year', field('firstYear'))}${yearField('Last school year', field('lastYear'))}</div><div class="field-row">${textField(
    {
      ...field('smallestGroup'),
      label: 'Smallest group',
      type: 'number',
      unit: 'students',
      hint: '11 or more. No figure of fewer is ever shown.',
    },
  )}${textField({
    ...field('embargoDays'),
    label: 'Embargo',
    type: 'number',
    unit: 'days',
    hint: 'From the making of a release until the other district sees it.',
  })}</div>${radioGroup({
    ...field('publication'),
    label: 'In public?',
    choices: [
      { value: 'never', label: 'Never' },
      { value: 'with consent', label: 'Only with consent to each statement' },
    ],
  })}</fieldset>`;
}

function measureBoxes({
  n,
  written,
  error,
}: {
  readonly n: number;
  readonly written: Written;
  readonly error: string | undefined;
}): Html {
  const areas = [
    ...focusAreas.map(({ id, name }) => ({ id, name: name as string })),
    { id: null, name: 'Other measures' },
  ];
  return html`<div class="boxes">${areas.map(({ id: area, name }, i) => {
    const offered = countedInVaults.filter(({ focusArea }) => focusArea === area);
    const id = i === 0 ? `grant${n}-measure` : `grant${n}-measure-${area ?? 'other'}`;
    return checkboxGroup({
      id,
      name: id,
      label: `Which measures? ${name}`,
      ...(i === 0 ? { error } : {}),
      choices: offered.map((one) => ({
        name: `grant${n}-measure-${one.id}`,
        value: one.id,
        label: one.shortName,
      })),
      values: offered.filter((one) => written[`grant${n}-measure-${one.id}`] === one.id).map((one) => one.id),
    });
  })}</div>`;
}

function yearField(
  label: string,
  field: {
    readonly id: string;
    readonly name: string;
    readonly error: string | undefined;
    readonly value: string | undefined;
  },
): Html {
  const years = Array.from({ length: 20 }, (_, i) => 2015 + i);
  return selectField({
    ...field,
    label,
    options: years.map((year) => ({ value: String(year), label: schoolYearName(year) })),
  });
}
