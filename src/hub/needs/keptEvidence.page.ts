import { badge } from '../../page/badge.ts';
import { type Content, type Html, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { noFigure } from '../../page/withheld.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { Source } from '../evidence/evidenceRows.ts';
import { differenceText, estimateText, intervalText } from './evidenceSentence.ts';
import type { Judgement } from '../matching/gridCell.ts';
import type { KeptEvidence } from './keptEvidence.ts';

/** What a column of the table holds: what was said on a day, or today. */
export type SaidThen = {
  readonly when: string;
  /** The day, written out; null for today. */
  readonly day: string | null;
  readonly evidence: KeptEvidence;
};

/** Need, strength and the rest as a sign and words. */
export function statusBadge(status: KeptEvidence['status']): Html {
  return status === 'not judged' ? badge('neutral', 'Not judged') : badge(status);
}

type Line = {
  readonly name: string;
  readonly cell: (evidence: KeptEvidence, said: SaidThen) => Content;
};

/** What the figures said when somebody acted on them, beside what they say today; a line a part. */
export function evidenceTable(
  said: readonly SaidThen[],
  measure: MeasureDefinition,
  sources: ReadonlyMap<string, Source>,
): Html {
  return table<Line>({
    caption: 'What the figures said, and say today',
    captionHidden: true,
    columns: [
      { header: 'What', kind: 'header', cell: ({ name }) => name },
      ...said.map((one) => ({ header: one.when, cell: ({ cell }: Line) => cell(one.evidence, one) })),
    ],
    rows: [
      ...(said.some(({ day }) => day !== null)
        ? [{ name: 'Day', cell: (_: KeptEvidence, { day }: SaidThen) => day ?? 'today' }]
        : []),
      ...evidenceLines(measure, sources),
    ],
  });
}

function evidenceLines(measure: MeasureDefinition, sources: ReadonlyMap<string, Source>): Line[] {
  const judged = (judgement: Judgement) =>
    judgement === 'as expected' ? '' : html` <strong>${judgement} than expected</strong>`;
  return [
    { name: 'Called', cell: ({ status }) => statusBadge(status) },
    {
      name: 'Figure',
      cell: ({ figure, schoolYear }) =>
        figure && schoolYear !== null
          ? html`${estimateText(figure.value, measure)} <span class="quiet">${schoolYearName(schoolYear)}${figure.n === null ? '' : `, ${formatNumber(figure.n)} students`}</span>`
          : noFigure(),
    },
    {
      name: 'Expected of a district that serves such students',
      cell: ({ level }) => (level ? estimateText(level.expected, measure) : noFigure()),
    },
    {
      name: 'Difference, allowing for chance',
      cell: ({ level }) =>
        level
          ? html`${differenceText(level.effect, level, measure)} <span class="interval-text">(${intervalText(level, measure)})</span>${judged(level.judgement)}`
          : noFigure(),
    },
    {
      name: 'Change a year',
      cell: ({ progress }) =>
        progress
          ? html`${differenceText(progress.perYear, progress, measure)} <span class="quiet">${schoolYearName(progress.firstYear)} to ${schoolYearName(progress.lastYear)}; expected ${differenceText(progress.expectedPerYear, progress, measure)}</span>`
          : noFigure(),
    },
    {
      name: 'Difference in the change a year',
      cell: ({ progress }) =>
        progress
          ? html`${differenceText(progress.effect, progress, measure)} <span class="interval-text">(${intervalText(progress, measure)})</span>${judged(progress.judgement)}`
          : noFigure(),
    },
    {
      name: 'Definition',
      cell: ({ definition }) =>
        html`version ${definition.version}, <code>${definition.hash.slice(0, 12)}</code>`,
    },
    {
      name: 'Sources',
      cell: (evidence) => html`<span class="quiet">${sourceNames(evidence, sources) || noFigure()}</span>`,
    },
  ];
}

/** The datasets that the figures stood in, a title each. */
export function sourceNames({ sourceIds }: KeptEvidence, sources: ReadonlyMap<string, Source>): string {
  return [...new Set(sourceIds.flatMap((id) => sources.get(id)?.title ?? []))].join('; ');
}
