import { join } from 'node:path';

/** The paths of a vault: what is sealed, and the private folder in which it stands open. */
export type VaultFolder = {
  readonly folder: string;
  /** The district, how the vault is locked, and nothing secret. */
  readonly description: string;
  /** The sealed file, in the age format. */
  readonly sealed: string;
  /** While a new seal is written and verified. */
  readonly sealing: string;
  /** The private folder; there only while the vault stands open, or after a process was killed. */
  readonly open: string;
  readonly clear: string;
  /** While the sealed file is being opened. */
  readonly unsealing: string;
  /** Since when it stands open, and whether only for one command. */
  readonly opened: string;
  /** There while a closing is under way; it takes the name `resealed` once the new seal is in its place. */
  readonly closing: string;
  readonly resealed: string;
  readonly temporary: string;
};

export function vaultFolder(folder: string): VaultFolder {
  const open = join(folder, 'open');
  return {
    folder,
    description: join(folder, 'vault.json'),
    sealed: join(folder, 'vault.duckdb.age'),
    sealing: join(folder, 'vault.duckdb.age.part'),
    open,
    clear: join(open, 'vault.duckdb'),
    unsealing: join(open, 'vault.duckdb.part'),
    opened: join(open, 'opened.json'),
    closing: join(open, 'closing.json'),
    resealed: join(open, 'resealed.json'),
    temporary: join(open, 'temporary'),
  };
}
