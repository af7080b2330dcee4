import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import { type FileDifference, removeFacts, selectDifference } from './factTables.store.ts';
import type { FindingList } from './findingList.ts';
import { keepSuperseded } from './supersededFacts.store.ts';
import { takeFromSets, yieldToCalpads } from './yearMustComeFromOneSource.ts';

const statements = readVaultStatements(import.meta.url, ['selectPredecessors', 'supersede']);

/** A file that has been read into the vault, in the transaction that loads it. */
export type ArrivingFile = {
  readonly file: number;
  readonly district: string;
  /** What the file is, for lineage. */
  readonly scope: string;
  /** 0 where it spans years. */
  readonly year: number;
  /** How many rows of facts it brought. */
  readonly facts: number;
};

/**
 * Takes the place of the files that said the same: mostly one; a file of all tests that of each, a CALPADS file also what a
 * set of another source said of the year. Answers whose place it was and what differs; null when there was none.
 */
export async function takePlace(
  connection: VaultConnection,
  { file, district, scope, year, facts }: ArrivingFile,
  findings: FindingList,
): Promise<({ readonly file: string } & FileDifference) | null> {
  await yieldToCalpads(connection, file, scope, year, findings.add);
  const same = { layout: scope, district, year };
  const all = await connection.rows<{ file_id: number; name: string }>(statements.selectPredecessors, same);
  const replaced: { readonly file: string; readonly difference: FileDifference }[] = [];
  for (const { file_id, name } of all.filter((one) => one.file_id !== file)) {
    replaced.push({ file: name, difference: await selectDifference(connection, file_id, file) });
    await keepSuperseded(connection, file_id);
    await removeFacts(connection, file_id);
    await connection.run(statements.supersede, { before: file_id, after: file });
  }
  replaced.push(...(await takeFromSets(connection, file, scope, year, findings.add)));
  if (replaced.length === 0) return null;
  const sum = { added: 0, removed: 0, changed: 0 };
  for (const { difference } of replaced) {
    sum.added += difference.added;
    sum.removed += difference.removed;
    sum.changed += difference.changed;
  }
  // Each difference counts as added what only another predecessor had.
  sum.added -= (replaced.length - 1) * facts;
  return { file: replaced.map((one) => one.file).join(', '), ...sum };
}
