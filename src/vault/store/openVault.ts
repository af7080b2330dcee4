import { existsSync, rmSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import { Refusal } from '../../vocabulary/refusal.ts';
import { connectVault } from './connectVault.ts';
import { inTransaction } from './inTransaction.ts';
import { lockVault } from './lockVault.ts';
import { type DatabaseLimits, openDatabase } from './openDatabase.ts';
import { readDescription } from './vaultDescription.ts';
import { readVaultStatements } from './readVaultStatements.ts';
import { upgrade } from './upgrade.ts';
import type { Vault, VaultConnection } from './vault.ts';
import { type VaultFolder, vaultFolder } from './vaultFolder.ts';

const { checkpoint } = readVaultStatements(import.meta.url, ['checkpoint']);

export type VaultOpening = {
  readonly at: Date;
  readonly limits?: Partial<DatabaseLimits>;
  /** Files and folders that SQL may read: extracts in Parquet, say. SQL may write to them too. */
  readonly mayRead?: { readonly files?: readonly string[]; readonly folders?: readonly string[] };
};

/**
 * The vault that stands open in `folder`, locked for this process and brought to the newest schema. Refuses a folder that
 * holds none, one that is closed, one in use, and one of a newer Tandem. A closed one is unsealed by `unsealVault`.
 */
export async function openVault(folder: string, opening: VaultOpening): Promise<Vault> {
  const place = vaultFolder(resolve(folder));
  const { district } = readDescription(place);
  const lock = lockVault(place.folder);
  try {
    if (!existsSync(place.clear)) {
      throw new Refusal(`The vault in ${folder} is closed. Open it first: tandem vault open ${folder}`);
    }
    return await openLockedVault(place, district, opening, lock.release);
  } catch (cause) {
    lock.release();
    throw cause;
  }
}

/** As `openVault`, for who holds the lock already: `release` is called when the vault is closed. Makes a new database. */
export async function openLockedVault(
  place: VaultFolder,
  district: Vault['district'],
  { at, limits, mayRead }: VaultOpening,
  release: () => void,
): Promise<Vault> {
  const instance = await openDatabase(
    { file: place.clear, temporary: place.temporary },
    { ...usualLimits(), ...limits },
    { files: absolute(mayRead?.files), folders: absolute(mayRead?.folders) },
  );
  try {
    const connection = await instance.connect();
    await upgrade(connection, at);
    const transactions = await instance.connect();
    let last: Promise<unknown> = Promise.resolve();
    return {
      ...connectVault(connection),
      district,
      transaction: <T>(work: (connection: VaultConnection) => Promise<T>) => {
        const turn = last.then(() => inTransaction(transactions, () => work(connectVault(transactions))));
        last = turn.catch(() => undefined);
        return turn;
      },
      close: async () => {
        try {
          await last;
          await connection.run(checkpoint.text);
        } finally {
          instance.closeSync();
          rmSync(place.temporary, { recursive: true, force: true });
          release();
        }
      },
    };
  } catch (cause) {
    instance.closeSync();
    throw cause;
  }
}

function absolute(paths: readonly string[] = []): readonly string[] {
  return paths.map((path) => resolve(path));
}

/** Half of the machine's memory, at most 8 GB. */
function usualLimits(): DatabaseLimits {
  const gigabytes = Math.max(1, Math.min(8, Math.floor(totalmem() / 2 ** 31)));
  return { memory: `${gigabytes}GB`, temporaryDisk: '50GB', threads: availableParallelism() };
}
