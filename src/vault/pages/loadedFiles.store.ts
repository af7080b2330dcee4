import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectFiles',
  'selectNewestNamed',
  'countStudents',
  'selectMeasured',
]);

/** A file that came to the vault. One that was refused kept no row, one that was taken out has none any more. */
export type LoadedFile = {
  readonly file_id: number;
  readonly name: string;
  readonly layout: string;
  readonly profile: string | null;
  readonly year: number | null;
  readonly rows: number;
  readonly kept: number;
  readonly findings: number;
  readonly loaded_at: Date;
  readonly superseded_by: number | null;
  readonly forgotten_at: Date | null;
  readonly forgotten_why: string | null;
  readonly refused: boolean;
  /** Of one rule in one file the vault keeps the first thousand findings. */
  readonly listed: number;
};

export type Measured = {
  readonly ended_at: Date;
  readonly measures: number;
  readonly counts: number;
  /** Files that were loaded or taken out since the measuring began. */
  readonly changed_since: number;
};

/** Every file that was loaded, refused or taken out, the newest first. */
export function selectFiles(vault: VaultConnection): Promise<LoadedFile[]> {
  return vault.rows<LoadedFile>(statements.selectFiles);
}

/** The number of the file of this name that came last; undefined when none did. */
export async function selectNewestNamed(vault: VaultConnection, name: string): Promise<number | undefined> {
  const [row] = await vault.rows<{ file_id: number }>(statements.selectNewestNamed, { name });
  return row?.file_id;
}

export async function countStudents(vault: VaultConnection): Promise<number> {
  const [row] = await vault.rows<{ students: number }>(statements.countStudents);
  return row?.students ?? 0;
}

/** The last measuring that came to its end; undefined before the first. */
export async function selectMeasured(vault: VaultConnection): Promise<Measured | undefined> {
  const [row] = await vault.rows<Measured>(statements.selectMeasured);
  return row;
}
