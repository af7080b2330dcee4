import { rmSync } from 'node:fs';
import { availableParallelism, totalmem } from 'node:os';
import { resolve } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { connectVault } from './connectVault.ts';
import { inTransaction } from './inTransaction.ts';
import { type DatabaseLimits, openDatabase } from './openDatabase.ts';
import { readVaultStatements } from './readVaultStatements.ts';
import { upgrade } from './upgrade.ts';
import type { Vault, VaultConnection } from './vault.ts';
import type { VaultFolder } from './vaultFolder.ts';

const { checkpoint } = readVaultStatements(import.meta.url, ['checkpoint']);

export type VaultOpening = {
  readonly at: Date;
  readonly limits?: Partial<DatabaseLimits>;
  /** Files and folders that SQL may read: extracts in Parquet, say. SQL may write to them too. */
  readonly mayRead?: { readonly files?: readonly string[]; readonly folders?: readonly string[] };
};

/**
 * The database of a vault that stands open, locked down and brought to the newest schema; a new one where there is none.
 * Call it with the lock held. To close it lets go of the file, writes all of it first and wipes what was spilled.
 */
export async function openVault(
  place: VaultFolder,
  district: Vault['district'],
  { at, limits, mayRead }: VaultOpening,
): Promise<Vault> {
  const instance = await openDatabase(
    { file: place.clear, temporary: place.temporary },
    { ...usualLimits(), ...limits },
    { files: absolute(mayRead?.files), folders: absolute(mayRead?.folders) },
  );
  const connections: DuckDBConnection[] = [];
  // A connection that is not closed keeps the file open behind an instance that is.
  const letGo = (): void => {
    for (const one of connections) one.closeSync();
    instance.closeSync();
    rmSync(place.temporary, { recursive: true, force: true });
  };
  try {
    for (let i = 0; i < 2; i++) connections.push(await instance.connect());
    const [connection, inTurn] = connections as [DuckDBConnection, DuckDBConnection];
    await upgrade(connection, at);
    let last: Promise<unknown> = Promise.resolve();
    let isClosed = false;
    return {
      ...connectVault(connection),
      district,
      temporary: place.temporary,
      transaction: <T>(work: (connection: VaultConnection) => Promise<T>) => {
        const turn = last.then(() => inTransaction(inTurn, () => work(connectVault(inTurn))));
        last = turn.catch(() => undefined);
        return turn;
      },
      close: async () => {
        if (isClosed) return;
        isClosed = true;
        try {
          await last;
          await connection.run(checkpoint.text);
        } finally {
          letGo();
        }
      },
    };
  } catch (cause) {
    letGo();
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
