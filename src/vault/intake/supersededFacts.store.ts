import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';

const statements = readVaultStatements(import.meta.url, [
  'keepEnrolment',
  'keepAttendance',
  'keepTestResult',
  'keepElpacResult',
]);

/**
 * Keeps a file's enrolments, days and test records aside before a corrected file takes its place, so that a figure of
 * before can be computed again: the state may have taken its data then. Answers how many rows were kept.
 */
export async function keepSuperseded(connection: VaultConnection, file: number): Promise<number> {
  let kept = 0;
  for (const statement of Object.values(statements)) kept += await connection.run(statement, { file });
  return kept;
}
