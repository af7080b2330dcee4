import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { openEmbeddedDatabase } from './embeddedDatabase.ts';
import { lockFolder } from './lockFolder.ts';
import { embeddedTemplate, type StoreAddress } from './openStore.ts';
import { openPostgresqlDatabase } from './postgresqlDatabase.ts';
import { Refusal } from './refusal.ts';

/**
 * Opens a store without bringing it forward to the newest schema, for who reads it, checks it or fills it from a backup. A
 * folder without a store is refused, or with `make` gets a new, empty one.
 */
export async function openStoreAsItIs(
  address: StoreAddress,
  make?: { readonly at: Date },
): Promise<Database> {
  if ('databaseUrl' in address) return openPostgresqlDatabase(address.databaseUrl);
  const folder = join(address.folder, 'postgres');
  const isThere = existsSync(join(folder, 'PG_VERSION'));
  if (!isThere && !make) {
    throw new Refusal(
      `There is no store in ${address.folder}. Name its folder with --data, or its server with DATABASE_URL.`,
    );
  }
  const lock = lockFolder(address.folder);
  try {
    const template = isThere || !make ? null : await embeddedTemplate(make.at);
    const database = await openEmbeddedDatabase({ folder, template });
    return { ...database, close: () => database.close().finally(() => lock.release()) };
  } catch (error) {
    lock.release();
    throw error;
  }
}
