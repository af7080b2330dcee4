import { type Content, html } from '../../page/html.ts';
import { radioGroup } from '../../page/radioGroup.ts';
import { selectField } from '../../page/selectField.ts';
import { textArea } from '../../page/textArea.ts';
import { textField } from '../../page/textField.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { valueText } from '../evidence/figureText.page.ts';
import { type FieldErrors, type YearValue, yearsAhead } from './benchmarkDraft.ts';

const unitWords: Partial<Record<MeasureDefinition['unit'], string>> = { percent: '%', points: 'points' };

type SeriesFields = {
  readonly districtName: string;
  readonly prefix: string;
  readonly measure: MeasureDefinition;
  readonly figures: readonly YearValue[];
  readonly currentYear: number;
  /** What the person wrote, or the targets that stand. */
  readonly written: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
};

/** One district's part of the form: where it starts, its targets by year, its plan goal, who stands behind them and why. */
export function seriesFields(fields: SeriesFields): Content {
  const { districtName, prefix, measure, figures, written, errors } = fields;
  const field = (name: string) => ({
    id: `${prefix}${name}`,
    name: `${prefix}${name}`,
    error: errors.get(`${prefix}${name}`),
  });
  const value = (name: string) => written[`${prefix}${name}`];
  const years = yearsOf(fields);
  const newest = figures.at(-1);
  return html`<fieldset class="series"><legend>${districtName}</legend>
${selectField({
  ...field('baseline'),
  label: 'Start from (baseline)',
  empty: null,
  value: value('baseline') ?? String(newest?.year ?? ''),
  options:
    figures.length > 0
      ? figures.map((figure) => ({
          value: String(figure.year),
          label: `${schoolYearName(figure.year)}: ${valueText(figure.value, measure)}`,
        }))
      : [{ value: '', label: 'No figure is published for this group' }],
})}
<div class="field-row" role="group" aria-label="Targets by school year">${years.map((year) =>
    textField({
      ...field(`target-${year}`),
      label: `Target ${schoolYearName(year)}`,
      type: 'number',
      optional: true,
      unit: unitWords[measure.unit],
      value: value(`target-${year}`),
    }),
  )}</div>
${textField({
  ...field('planGoal'),
  label: 'The district’s own plan goal',
  hint: 'The LCAP goal this serves, in the plan’s words.',
  optional: true,
  value: value('planGoal'),
})}
${radioGroup({
  ...field('provenance'),
  label: 'These targets are',
  value: value('provenance'),
  choices: [
    { value: 'agreed', label: 'Agreed', hint: 'The district’s leadership has agreed to them.' },
    { value: 'proposed', label: 'Proposed', hint: 'They are on the table.' },
    {
      value: 'placeholder',
      label: 'A placeholder',
      hint: 'Nobody has agreed to them: they only show what the page will look like.',
    },
  ],
})}
${textArea({ ...field('reason'), label: 'Reason', hint: 'Both districts read it, and it stays with the targets.', value: value('reason') })}
</fieldset>`;
}

/** The school years that are asked for, and any other that was sent and is not right: its error needs its field. */
function yearsOf({ prefix, currentYear, errors }: SeriesFields): number[] {
  const ahead = Array.from({ length: yearsAhead }, (_, i) => currentYear + i);
  const start = `${prefix}target-`;
  const wrong = [...errors.keys()].flatMap((name) =>
    name.startsWith(start) ? Number(name.slice(start.length)) : [],
  );
  return [...new Set([...wrong, ...ahead])].sort((a, b) => a - b);
}
