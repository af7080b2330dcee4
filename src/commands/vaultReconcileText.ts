import { measureById } from '../measures/registry.ts';
import { type VerdictStatus, verdictStatuses } from '../vault/reconcile/explainFigures.ts';
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

/** More than this of one kind are counted, not told. */
const mostTold = 40;

/**
 * The district's figures by measure and year, each with how many stand how; then every one that is unexplained, and what
 * explains the others. Schools are told in numbers, and where something is unexplained by name.
 */
export function reconcileText(rows: readonly ReconcileRow[]): string {
  const groups = [...Map.groupBy(rows, ({ measure, year }) => `${measure} ${year}`).values()];
  const lines = groups.flatMap((own) => measureLines(own));
  const unexplained = rows.filter(({ status }) => status === 'unexplained');
  const told = unexplained
    .slice(0, mostTold)
    .flatMap((row) => [`  ${nameOf(row)}: ${row.sentence}`, ...(row.next ? [`    ${row.next}`] : [])]);
  const more = unexplained.length - mostTold;
  const rest = more > 0 ? [`  … and ${more} more: --csv writes all of them.`] : [];
  const end =
    unexplained.length === 0
      ? ['Nothing is unexplained.']
      : [
          `Unexplained, ${unexplained.length === 1 ? '1 figure' : `${unexplained.length} figures`}:`,
          ...told,
          ...rest,
        ];
  return `${[...lines, '', ...end, '', sumText(rows)].join('\n')}\n`;
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
    `${shortName}, ${schoolYearName(first.year)}: ${countsText(rows)}`,
    ...(all ? [`  All students: ${all.sentence}`] : []),
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
