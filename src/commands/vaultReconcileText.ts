import { measureById } from '../measures/registry.ts';
import { type VerdictStatus, verdictStatuses } from '../vault/reconcile/explainFigures.ts';
import { type LeadingUnexplained, leadingUnexplained } from '../vault/reconcile/leadingUnexplained.ts';
import { wholeDistrict } from '../vault/reconcile/publicFigure.ts';
import type { PublicFileOutcome } from '../vault/reconcile/publicFigures.store.ts';
import type { ReconcileRow } from '../vault/reconcile/reconcileRows.ts';
import { schoolYearName } from '../vocabulary/schoolYear.ts';
import { findStudentGroup } from '../vocabulary/studentGroup.ts';

/** What became of one public file, a line and its findings. */
export function publicFileText(outcome: PublicFileOutcome, district: string): string {
  const { file, status, title, figures, replaced, said } = outcome;
  const what = title ? `${file}: ${title}` : file;
  const words = {
    loaded: `${figures === 1 ? '1 figure' : `${figures} figures`} of ${district} kept${replaced > 0 ? `, ${replaced} of them in the place of earlier ones` : ''}`,
    unchanged: 'kept already, nothing changed',
    none: `holds no figure of ${district} or its schools`,
    refused: 'refused, nothing of it was kept',
  }[status];
  return [`${what}: ${words}`, ...said.map((line) => `  ${line}`), ''].join('\n');
}

/** Of a measure and year so many unexplained figures are told, the district's first. */
const mostTold = 4;

/**
 * The figures by dataset, measure and year, each with how many stand how and what explains them; then those that nothing explains, with
 * what to look at.
 */
export function reconcileText(rows: readonly ReconcileRow[]): string {
  const groups = Map.groupBy(rows, ({ dataset, measure, year }) => `${dataset} ${measure} ${year}`);
  const lines = [...groups.values()].flatMap(measureLines);
  const many = rows.filter(({ status }) => status === 'unexplained').length;
  const end =
    many === 0
      ? ['Nothing is unexplained.']
      : [
          `Unexplained, ${many === 1 ? '1 figure' : `${many} figures`}:`,
          ...leadingUnexplained(rows, mostTold).flatMap(unexplainedLines),
        ];
  return `${[...lines, '', ...end, '', sumText(rows)].join('\n')}\n`;
}

function unexplainedLines({ told, more }: LeadingUnexplained): string[] {
  const lines = told.flatMap((row, at) => {
    const isSaid = told[at - 1]?.next === row.next;
    return [`  ${nameOf(row)}: ${row.sentence}`, ...(row.next && !isSaid ? [`    ${row.next}`] : [])];
  });
  return more > 0 ? [...lines, `  … and ${more} more of this measure and year: --csv writes all.`] : lines;
}

function measureLines(rows: readonly ReconcileRow[]): string[] {
  const [first] = rows;
  if (!first) return [];
  const causes = Map.groupBy(
    rows.filter(({ by }) => by !== null),
    ({ by }) => by ?? '',
  );
  const { shortName } = measureById(first.measure);
  const all = rows.find(
    ({ school, group, grade }) => school === wholeDistrict && group === 'ALL' && grade === 'all',
  );
  return [
    `${shortName}, ${schoolYearName(first.year)} (${first.title}): ${countsText(rows)}`,
    ...(all && all.status !== 'unexplained' ? [`  All students: ${all.sentence}`] : []),
    ...[...causes].map(([by, own]) => `  ${own.length} explained: the state’s is ${by}`),
  ];
}

function sumText(rows: readonly ReconcileRow[]): string {
  return `${rows.length === 1 ? '1 published figure' : `${rows.length} published figures`}: ${countsText(rows)}.`;
}

function countsText(rows: readonly ReconcileRow[]): string {
  const of = (status: VerdictStatus): number => rows.filter((row) => row.status === status).length;
  return verdictStatuses
    .filter((status) => of(status) > 0)
    .map((status) => `${of(status)} ${wordsOf[status]}`)
    .join(', ');
}

const wordsOf: Readonly<Record<VerdictStatus, string>> = {
  equal: 'equal',
  'equal after rounding': 'equal after rounding',
  explained: 'explained',
  unexplained: 'unexplained',
  withheld: 'withheld by the state',
  'not in the vault': 'not in the vault',
  'not published': 'not published',
};

function nameOf(row: ReconcileRow): string {
  const group = findStudentGroup(row.group)?.name ?? row.group;
  const grade = row.grade === 'all' ? '' : `, grades ${row.grade}`;
  const place = row.school === wholeDistrict ? '' : `, ${row.schoolName ?? row.school}`;
  return `${measureById(row.measure).shortName} ${schoolYearName(row.year)}, ${group}${grade}${place}`;
}
