import { statfs } from 'node:fs/promises';
import { sqlState } from '../hub/store/database.ts';
import type { StoreAddress } from '../hub/store/openStore.ts';
import { Refusal } from '../vocabulary/refusal.ts';

/** An embedded store that runs out of disk cannot write even that it gives up, and fails in many ways. */
const fullBelowBytes = 16 * 1024 * 1024;

/** What to say when a store failed for want of disk; undefined when it failed for another reason. */
export async function fullDiskRefusal(store: StoreAddress, cause: unknown): Promise<Refusal | undefined> {
  if (cause instanceof Refusal) return undefined;
  if ('databaseUrl' in store) {
    if (sqlState(cause) !== '53100') return undefined;
    return new Refusal(
      'The disk of the PostgreSQL server is full. Make room there, then load the file again.',
      { cause },
    );
  }
  const { bavail, bsize } = await statfs(store.folder);
  if (bavail * bsize >= fullBelowBytes) return undefined;
  return new Refusal(
    `The disk of ${store.folder} is full: nothing is kept of the file that was being loaded. Make room, then load it again.`,
    { cause },
  );
}
