import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import { type FactTable, factTables } from './factColumns.ts';

const statements = readVaultStatements(
  import.meta.url,
  factTables.flatMap((table) => [`compare_${table}`, `remove_${table}`]),
);

/** Rows that only the corrected file has, that only its predecessor had, and that both have of one student but differ. */
export type FileDifference = { readonly added: number; readonly removed: number; readonly changed: number };

/** What a corrected file adds, removes and changes against its predecessor, over all tables or those named. */
export async function selectDifference(
  connection: VaultConnection,
  before: number,
  after: number,
  tables: readonly FactTable[] = factTables,
): Promise<FileDifference> {
  const sum = { added: 0, removed: 0, changed: 0 };
  for (const table of tables) {
    const [one] = await connection.rows<FileDifference>(statementOf(`compare_${table}`), { before, after });
    if (!one) continue;
    sum.added += one.added - one.changed;
    sum.removed += one.removed - one.changed;
    sum.changed += one.changed;
  }
  return sum;
}

/** Takes a file's facts out of all tables or those named; what was written of the file itself stays. Answers how many there were. */
export async function removeFacts(
  connection: VaultConnection,
  file: number,
  tables: readonly FactTable[] = factTables,
): Promise<number> {
  let removed = 0;
  for (const table of tables) removed += await connection.run(statementOf(`remove_${table}`), { file });
  return removed;
}

function statementOf(name: string) {
  const statement = statements[name];
  if (!statement) throw new RangeError(`No statement is named ${name}.`);
  return statement;
}
