import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import type { RosterFile } from './oneRosterFiles.ts';
import type { HeldRoster } from './rosterRecord.ts';

const statements = readVaultStatements(import.meta.url, ['selectHeldRoster']);

type Row = {
  readonly file: RosterFile;
  readonly sourced_id: string;
  readonly active: boolean;
  readonly modified: string | null;
  readonly fields: string;
  readonly line: number;
  readonly said_in: number;
};

/** The roster that a set with changes is applied to: that of the newest school year, as the last set of it left it. */
export async function selectHeldRoster(connection: VaultConnection): Promise<HeldRoster> {
  const rows = await connection.rows<Row>(statements.selectHeldRoster);
  return rows.map(({ file, sourced_id: id, active, modified, fields, line, said_in: saidIn }) => ({
    file,
    id,
    active,
    modified,
    fields: JSON.parse(fields) as Record<string, string>,
    shown: line,
    line,
    saidIn,
  }));
}
