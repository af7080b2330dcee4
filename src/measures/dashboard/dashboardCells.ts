import type { Finding } from '../../vocabulary/finding.ts';
import type { DashboardLayout } from './dashboardLayout.ts';
import type { ColourCode } from './indicator.ts';

/**
 * Reads the cells of one record by column name and collects what is wrong with them. A blank cell, an asterisk
 * (withheld) and a column the file does not have read as null, as 0 for levels, as empty for text.
 */
export function dashboardCells(
  record: { readonly line: number; readonly fields: readonly string[] },
  layout: DashboardLayout,
  file: string,
) {
  const findings: Finding[] = [];

  function object(rule: string, column: string | null, message: string, remedy: string): void {
    findings.push({ severity: 'error', rule, file, line: record.line, column, message, remedy });
  }

  function text(column: string): string {
    const at = layout.get(column);
    const cell = at === undefined ? '' : (record.fields[at] ?? '').trim();
    return cell === '*' ? '' : cell;
  }

  function decimal(column: string): string | null {
    const cell = text(column);
    if (cell === '') return null;
    if (/^-?\d{1,9}(\.\d{1,9})?$/.test(cell)) return cell;
    object('cellMustBeNumber', column, `“${cell}” is no number`, 'use digits, a point and a minus sign only');
    return null;
  }

  function count(column: string): number | null {
    const cell = text(column);
    if (cell === '') return null;
    if (/^\d{1,9}$/.test(cell)) return Number(cell);
    object('cellMustBeCount', column, `“${cell}” is no count of students`, 'use a whole number of 0 or more');
    return null;
  }

  function level(column: string): ColourCode {
    const cell = text(column);
    if (cell === '') return 0;
    if (/^[0-5]$/.test(cell)) return Number(cell) as ColourCode;
    object('levelMustBe0To5', column, `“${cell}” is no level or colour`, 'use 0 (none) to 5');
    return 0;
  }

  return { findings, object, text, decimal, count, level };
}
