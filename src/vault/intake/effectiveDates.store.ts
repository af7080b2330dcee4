import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import type { EffectiveTable, ReferredTable } from './layout.ts';

const statements = readVaultStatements(import.meta.url, [
  'replace_language_status',
  'yield_language_status',
  'replace_programme',
  'yield_programme',
  'replace_student_info',
  'yield_student_info',
  'refresh_student_course',
]);

/**
 * Keeps one row for each thing that holds from a day on: each year's file says again what still held, and may say an end
 * that the earlier one did not know. The latest year's word stands, in whatever order the files are loaded. Courses that
 * took something from a section take it again when the file of sections is corrected.
 */
export async function settleEffectiveDates(
  connection: VaultConnection,
  table: EffectiveTable | ReferredTable,
  file: number,
  year: number,
): Promise<void> {
  if (table === 'course_section') {
    await connection.run(statements.refresh_student_course, { file });
    return;
  }
  await connection.run(statements[`replace_${table}`], { file, year });
  await connection.run(statements[`yield_${table}`], { file, year });
}
