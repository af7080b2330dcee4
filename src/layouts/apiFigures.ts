import type { Figure } from '../vocabulary/cell.ts';
import { type SchoolYear, schoolYear, schoolYearName } from '../vocabulary/schoolYear.ts';
import type { StudentGroupCode } from '../vocabulary/studentGroup.ts';
import { report } from './breach.ts';
import { countMustBeWhole } from './countMustBeWhole.ts';
import type { Dataset, Place, Sink } from './layout.ts';

/** The codes of the Academic Performance Index for students, and Tandem's. */
export const apiGroups: ReadonlyMap<string, StudentGroupCode> = new Map([
  ['ALL', 'ALL'],
  ['AA', 'AA'],
  ['AI', 'AI'],
  ['AS', 'AS'],
  ['FI', 'FI'],
  ['HI', 'HI'],
  ['PI', 'PI'],
  ['WH', 'WH'],
  ['MR', 'MR'],
  ['SD', 'SED'],
  ['EL', 'EL'],
  ['DI', 'SWD'],
]);

/** The index was published for the school years that ended in 1999 to 2013. */
const years = Array.from({ length: 15 }, (_, i) => schoolYear(1999 + i));

/** One dataset a year; the sample writes the same layout, and its invented counties say so: `Basalt (sample)`. */
const datasetsOf = (synthetic: boolean): ReadonlyMap<SchoolYear, Dataset> =>
  new Map(
    years.map((year) => [
      year,
      {
        key: `${synthetic ? 'tandem_sample' : 'cde'}_api_growth_${schoolYearName(year).replace('-', '_')}`,
        publisher: synthetic ? 'Tandem sample generator' : 'California Department of Education',
        title: `${synthetic ? 'Index of made-up districts in the layout of the' : 'Academic Performance Index,'} growth report, ${schoolYearName(year)}`,
        schoolYear: year,
        synthetic,
        difference: null,
      },
    ]),
  );
const published = datasetsOf(false);
const invented = datasetsOf(true);

/** Below this many valid scores the index is not published. */
const fewestScores = 11;

/** One row's words of one group: number of scores, growth of the year and base of the year before. */
export type ApiWords = { readonly n: string; readonly growth: string; readonly base: string };
export type ApiColumns = { readonly [word in keyof ApiWords]: string };

/**
 * Says what a growth file gives of one group: the growth under its year, and beside it, under the same year, the
 * base of the year before, which is what that growth is compared with. A group without scores is not said; a blank
 * growth is withheld; the base has no number of scores of its own.
 */
export function sayApi(
  place: Place,
  year: SchoolYear,
  group: StudentGroupCode,
  words: ApiWords,
  columns: ApiColumns,
  sink: Sink,
): void {
  if (words.n === '' && words.growth === '' && words.base === '') return;
  if (report(sink, columns.n, countMustBeWhole(words.n))) return;
  const n = words.n === '' ? null : Number(words.n);
  const growth = growthFigure(words.growth, n);
  if (!growth) return sayUnknown(sink, columns.growth, words.growth);
  const base = baseFigure(words.base, year);
  if (base === undefined) return sayUnknown(sink, columns.base, words.base);
  const dataset = (place.county?.endsWith('(sample)') ? invented : published).get(year);
  if (!dataset) throw new Error(`the index was not published for ${year}`);
  const about = { schoolYear: year, grade: 'all', group } as const;
  if (growth.seen === 'shown' || n !== 0)
    sink.cell(place, { measure: 'api_growth', ...about }, growth, dataset);
  if (base) sink.cell(place, { measure: 'api_base', ...about }, base, dataset);
}

function growthFigure(text: string, n: number | null): Figure | undefined {
  if (isIndex(text)) return { seen: 'shown', n, numerator: null, value: text };
  if (text !== '') return undefined;
  return { seen: 'suppressed', n, reason: n !== null && n < fewestScores ? 'few students' : 'not reported' };
}

/** Null when the file says nothing of a base; undefined when its word is unknown. */
function baseFigure(text: string, year: SchoolYear): Figure | null | undefined {
  if (isIndex(text)) return { seen: 'shown', n: null, numerator: null, value: text };
  if (text === '') return null;
  if (text === 'B' || (text === 'C' && year <= 2004))
    return { seen: 'coded', n: null, text: 'no valid base' };
  if (text === 'C') return { seen: 'coded', n: null, text: 'significant demographic changes' };
  return undefined;
}

function isIndex(text: string): boolean {
  return /^\d{3,4}$/.test(text) && Number(text) >= 200 && Number(text) <= 1000;
}

function sayUnknown(sink: Sink, column: string, text: string): void {
  sink.finding(
    'error',
    'indexMustFitItsScale',
    column,
    `“${text}” is no index from 200 to 1,000 and no letter of the record layout`,
    'correct the row at its source, or get the file again',
  );
}

export function parseApiYear(text: string): SchoolYear | undefined {
  return years.find((year) => String(year) === text);
}
