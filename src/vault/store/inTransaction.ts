import type { DuckDBConnection } from '@duckdb/node-api';
import { readVaultStatements } from './readVaultStatements.ts';

const { begin, commit, rollback } = readVaultStatements(import.meta.url, ['begin', 'commit', 'rollback']);

/** Commits when `work` fulfils, rolls back and rethrows when it rejects. */
export async function inTransaction<T>(connection: DuckDBConnection, work: () => Promise<T>): Promise<T> {
  await connection.run(begin.text);
  try {
    const answer = await work();
    await connection.run(commit.text);
    return answer;
  } catch (cause) {
    // A commit that failed has rolled back already.
    await connection.run(rollback.text).catch(() => undefined);
    throw cause;
  }
}
