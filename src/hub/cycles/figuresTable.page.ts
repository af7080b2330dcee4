import { measureById } from '../../measures/registry.ts';
import { type Content, html } from '../../page/html.ts';
import { numberLink } from '../../page/numberLink.ts';
import { table } from '../../page/table.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { schoolYear, schoolYearName } from '../../vocabulary/schoolYear.ts';
import { studentGroupName } from '../../vocabulary/studentGroup.ts';
import { figurePath } from '../evidence/figurePath.ts';
import { changeText, valueText } from '../evidence/figureText.page.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { type BeforeAfter, type Cycle, type SeenFigure, sideOf } from './cycle.ts';
import { type Outcome, predictionOutcome, predictionText, stirOf } from './prediction.ts';

const outcomeWords: Readonly<Record<Outcome, string>> = {
  'as predicted': 'As predicted',
  'less than predicted': 'Less than predicted',
  'the other way': 'The other way',
  'not as predicted': 'Not as predicted',
  'too early': 'Too early: no figure from after it began',
};

type Shown = {
  readonly cycle: Cycle;
  readonly parties: readonly Party[];
  readonly figures: readonly BeforeAfter[];
  /** Whose pages the figures lead to; null for somebody who has none. */
  readonly home: string | null;
  readonly caption?: string;
};

/** The measure of a cycle before and after in both districts, side by side, and whether it moved as predicted. */
export function figuresTable({ cycle, parties, figures, home, caption }: Shown): Content {
  const measure = measureById(cycle.measureId);
  const about = `${measure.shortName}, ${inSentence(studentGroupName(cycle.group))}`;
  const rows = parties.map((party) => ({
    party,
    tests: sideOf(cycle, party.districtId) !== undefined,
    seen: figures.find(({ districtId }) => districtId === party.districtId) ?? {
      districtId: party.districtId,
      before: null,
      after: null,
    },
  }));
  const cell = (party: Party, figure: SeenFigure | null): Content => {
    if (!figure) return 'None yet';
    const text = valueText(figure.value, measure);
    const { year, n, from } = figure;
    const subject = {
      measure: measure.id,
      schoolYear: schoolYear(year),
      group: cycle.group,
      grade: 'all',
    } as const;
    const value =
      home !== null && from === 'public'
        ? numberLink({
            text,
            href: figurePath(home, party.cds, subject),
            about: `${party.shortName}, ${schoolYearName(year)}`,
          })
        : text;
    return html`${value}<br><span class="quiet">${schoolYearName(year)}${n === null ? '' : `, ${formatNumber(n)} students`}${from === 'release' ? ', released' : ''}</span>`;
  };
  return table({
    caption: caption ?? about,
    columns: [
      { header: 'District', kind: 'header', cell: ({ party }) => party.name },
      { header: 'Before', cell: ({ party, seen }) => cell(party, seen.before) },
      { header: 'After', cell: ({ party, seen }) => cell(party, seen.after) },
      {
        header: 'Change',
        cell: ({ seen: { before, after } }) =>
          before && after ? changeText(Number(after.value) - Number(before.value), measure) : '–',
      },
      {
        header: `Predicted: ${predictionText(cycle, measure)}`,
        cell: ({ seen, tests }) =>
          tests ? outcomeWords[predictionOutcome(cycle, seen, stirOf(measure))] : 'Does not test it',
      },
    ],
    rows,
    note: `${caption ? `${about}. ` : ''}Figures are of all students of the group in a district, a test is of a few schools: they show what happened beside it, not what it caused.`,
  });
}
