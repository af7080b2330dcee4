import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../hub/store/database.ts';
import { sqlState } from '../hub/store/database.ts';
import { openStore, type StoreAddress } from '../hub/store/openStore.ts';
import { Refusal } from '../vocabulary/refusal.ts';

/**
 * Opens the store, or refuses with a sentence when the folder or the server is at fault. `progress` is told what takes time;
 * `open` may be another way to open it than to bring it to the newest schema.
 */
export async function openConfiguredStore(
  address: StoreAddress,
  at: Date,
  progress: (sentence: string) => void = () => undefined,
  open: (address: StoreAddress, at: Date) => Promise<Database> = openStore,
): Promise<Database> {
  if ('databaseUrl' in address) progress('Opening the store on PostgreSQL…');
  else {
    const isNew = !existsSync(join(address.folder, 'postgres', 'PG_VERSION'));
    progress(
      isNew
        ? `Making the store in ${address.folder} (the first time takes some ten seconds)…`
        : `Opening the store in ${address.folder}…`,
    );
  }
  try {
    return await open(address, at);
  } catch (error) {
    throw 'databaseUrl' in address ? serverRefusal(error) : folderRefusal(error, address.folder);
  }
}

/** The refusal that an error of a store's folder means to a person, or the error itself. */
export function folderRefusal(error: unknown, folder: string): unknown {
  const { code } = error as { code?: string };
  switch (code) {
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ERR_SQLITE_ERROR':
      return new Refusal(
        `The folder ${folder} cannot be used for a store (${code}). Choose another with --data.`,
      );
    case 'ENOSPC':
      return new Refusal(`The disk of ${folder} is full. Make room, or choose another folder with --data.`);
    default:
      return error;
  }
}

function serverRefusal(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const { code } = error as { code?: string };
  const state = sqlState(error);
  if (state?.startsWith('28')) {
    return new Refusal('PostgreSQL refused the user or password of DATABASE_URL.');
  }
  if (state === '3D000') return new Refusal('The database that DATABASE_URL names does not exist.');
  if (state === '42501') {
    return new Refusal(
      'The user of DATABASE_URL may not create tables or roles in this database. Let it own the database.',
    );
  }
  if (code && /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ECONNRESET)$/.test(code)) {
    return new Refusal(`PostgreSQL does not answer at the address in DATABASE_URL (${code}).`);
  }
  return error;
}
