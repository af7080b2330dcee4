import { findMeasure } from '../../measures/registry.ts';
import { countValue } from '../measuring/measureTable.ts';
import { findRule, ruleText } from '../measuring/ruleText.ts';
import type { VaultAsk, VaultRoute } from '../serve/vaultRoute.ts';
import { download } from './download.ts';
import { selectLines, type Slice } from './measureCounts.store.ts';
import { readSlicesWanted } from './sliceChoice.ts';

/** A measure's definition with its SQL and hashes, and its counts, as files. */
export const measureFilePages: readonly VaultRoute[] = [
  {
    method: 'get',
    path: '/measures/:measure/definition.txt',
    answer: (ask) => {
      const rule = findRule(ask.context.req.param('measure') ?? '');
      if (!rule) return ask.notFound('No measure of this name is computed from student records.');
      return download(ask, `${rule.measure}.txt`, 'text/plain; charset=utf-8', ruleText(rule));
    },
  },
  { method: 'get', path: '/measures/:measure/counts.csv', answer: countsFile },
];

const linesAtATime = 5000;

/** Read a part at a time, so that other pages are answered in between. */
async function countsFile(ask: VaultAsk): Promise<Response> {
  const measure = findMeasure(ask.context.req.param('measure') ?? '');
  if (!measure) return ask.notFound('There is no measure of this name.');
  const wanted = readSlicesWanted(measure.id, (name) => ask.context.req.query(name));
  const parts = [`\uFEFF${columns.join(',')}\r\n`];
  for (let first = 0; ; first += linesAtATime) {
    const slices = await selectLines(ask.vault, wanted, first, linesAtATime);
    if (slices.length === 0) break;
    parts.push(slices.map(csvLine).join(''));
  }
  const name = `raw-counts-not-for-sharing-${measure.id}.csv`;
  return download(ask, name, 'text/csv; charset=utf-8', parts.join(''));
}

const columns = [
  'measure',
  'place',
  'school_cds',
  'student_group',
  'grade',
  'school_year',
  'n',
  'numerator',
  'sum',
  'denominator',
  'value',
  'definition_hash',
  'rule_hash',
];

function csvLine(slice: Slice): string {
  const cells = [
    slice.measure,
    slice.place,
    slice.school,
    slice.group,
    slice.grade,
    slice.year,
    slice.n,
    slice.numerator,
    slice.sum,
    slice.denominator,
    countValue(slice),
    slice.definitionHash,
    slice.ruleHash,
  ];
  return `${cells.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | null): string {
  const text = String(value ?? '');
  // A school may be called what a spreadsheet takes for a formula.
  const safe = typeof value === 'string' && /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
