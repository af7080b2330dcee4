import { findMeasure } from '../../measures/registry.ts';
import { type Html, html } from '../../page/html.ts';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { MeasureRun } from '../measuring/measureVault.store.ts';
import { countWords } from './countWords.ts';
import { groupName } from './sliceChoice.ts';

/** Filled when the measuring has come to its end. */
export type MeasureOutcome = { run: MeasureRun | undefined };

type Waiting = { readonly file: string; readonly years: Set<number>; readonly measures: Set<string> };

/** What was measured, and what waits for which file. Nothing before the end. */
export function measureOutcome({ run }: MeasureOutcome): Html {
  if (!run) return html``;
  const slices = run.measured.reduce((sum, one) => sum + one.slices, 0);
  const measures = new Set(run.measured.filter((one) => one.slices > 0).map((one) => one.measure));
  const sum =
    run.years.length === 0
      ? 'There is nothing to measure yet: load the year’s files first.'
      : `${countWords(measures.size, 'measure')} of ${countWords(run.years.length, 'year')}: ${formatNumber(slices)} slices of place, group and grade.`;
  return html`${callout({ kind: run.years.length === 0 ? 'warning' : 'done', title: sum })}<div class="actions">${linkButton(
    run.years.length === 0
      ? { label: 'Load files', href: '/load' }
      : { label: 'See the measures', href: '/measures' },
  )}</div>${waitingPart(run)}${notToldPart(run)}`;
}

function waitingPart({ notMeasured }: MeasureRun): Html | string {
  const waiting = new Map<string, Waiting>();
  for (const { measure, year, missing } of notMeasured) {
    for (const one of missing) {
      const file = fileWords(one);
      const own = waiting.get(file) ?? { file, years: new Set(), measures: new Set() };
      own.years.add(year);
      own.measures.add(findMeasure(measure)?.shortName ?? measure);
      waiting.set(file, own);
    }
  }
  if (waiting.size === 0) return '';
  const rows = [...waiting.values()].toSorted((a, b) => a.file.localeCompare(b.file));
  return section({
    title: 'Not measured, by the file that is missing',
    body: table<Waiting>({
      caption: 'What waits for which file',
      captionHidden: true,
      rows,
      columns: [
        { header: 'Missing file', kind: 'header', cell: ({ file }) => file },
        { header: 'For', cell: ({ years }) => yearsWords(years) },
        { header: 'Measures that wait', cell: ({ measures }) => [...measures].join(' · ') },
      ],
    }),
  });
}

function notToldPart({ notTold }: MeasureRun): Html | string {
  const lines = notTold.map(
    (one) =>
      `${fileWords(one)}: ${one.groups.map(groupName).join(', ')}${one.toldByTests ? ', but for measures of tests, whose records say these groups themselves' : ''}`,
  );
  if (lines.length === 0) return '';
  return section({
    title: 'Groups that cannot be told, by the file that is missing',
    body: html`<ul>${[...new Set(lines)].map((line) => html`<li>${line}</li>`)}</ul>`,
  });
}

function fileWords({ file, year }: { readonly file: string; readonly year: number | null }): string {
  return year === null ? file : `${file} of ${schoolYearName(year)}`;
}

function yearsWords(years: ReadonlySet<number>): string {
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return first === last ? schoolYearName(first) : `${schoolYearName(first)} to ${schoolYearName(last)}`;
}
