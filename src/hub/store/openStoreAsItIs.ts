import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { openEmbeddedDatabase } from './embeddedDatabase.ts';
import { lockFolder } from './lockFolder.ts';
import type { StoreAddress } from './openStore.ts';
import { openPostgresqlDatabase } from './postgresqlDatabase.ts';
import { Refusal } from '../../vocabulary/refusal.ts';

/** Opens a store without bringing it to the newest schema, for who reads or checks it. A folder without a store is refused. */
export async function openStoreAsItIs(address: StoreAddress): Promise<Database> {
  if ('databaseUrl' in address) return openPostgresqlDatabase(address.databaseUrl);
  const folder = join(address.folder, 'postgres');
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    throw new Refusal(
      `There is no store in ${address.folder}. Name its folder with --data, or its server with DATABASE_URL.`,
    );
  }
  const lock = lockFolder(address.folder);
  try {
    const database = await openEmbeddedDatabase({ folder, template: null });
    return { ...database, close: () => database.close().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}
