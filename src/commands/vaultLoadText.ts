import type { FileOutcome } from '../vault/intake/fileOutcome.ts';
import { schoolYearName } from '../vocabulary/schoolYear.ts';

const linesOfARule = 3;
const number = (n: number): string => n.toLocaleString('en');
const plural = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`;

/** What became of a file, for a person: one line, what it replaced, and each broken rule with its first lines. */
export function vaultLoadText(outcome: FileOutcome): string {
  const { file, status, title, schoolYear, profile, rows, kept, newStudents, supersedes } = outcome;
  if (status === 'unchanged') return `${file}: loaded before; nothing changes.\n`;
  const year = schoolYear === null ? '' : ` ${schoolYearName(schoolYear)}`;
  const what = title === null ? 'not read' : `${title}${year} (profile ${profile})`;
  const lines = [
    status === 'loaded'
      ? `${file}: ${what}: ${plural(rows, 'row')}, ${number(kept)} kept, ${plural(newStudents, 'new student')}.`
      : `${file}: ${what}: refused, nothing of it was kept; ${plural(outcome.errors, 'error')} in ${plural(rows, 'row')}.`,
  ];
  if (supersedes) {
    lines.push(
      `  takes the place of ${supersedes.file}: ${number(supersedes.added)} rows added, ${number(supersedes.removed)} removed, ${number(supersedes.changed)} changed.`,
    );
  }
  for (const { rule, severity, count } of outcome.rules) {
    lines.push(`  ${severity}  ${rule}: ${number(count)}`);
    const own = outcome.findings.filter((one) => one.rule === rule && one.severity === severity);
    for (const { line, column, message, valueClass, remedy } of own.slice(0, linesOfARule)) {
      const place = [line === null ? '' : `line ${line}`, column ?? '']
        .filter((part) => part !== '')
        .join(', ');
      lines.push(`    ${place === '' ? '' : `${place}: `}${message} (${valueClass}); ${remedy}`);
    }
    if (count > linesOfARule) lines.push(`    and ${number(count - linesOfARule)} more`);
  }
  return `${lines.join('\n')}\n`;
}

/** The last line: files loaded, unchanged and refused. */
export function vaultLoadSum(outcomes: readonly FileOutcome[]): string {
  const of = (status: FileOutcome['status']): FileOutcome[] =>
    outcomes.filter((one) => one.status === status);
  const kept = of('loaded').reduce((sum, one) => sum + one.kept, 0);
  return `${plural(of('loaded').length, 'file')} loaded with ${plural(kept, 'row')}, ${number(of('unchanged').length)} unchanged, ${number(of('refused').length)} refused.\n`;
}
