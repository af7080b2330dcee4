import { selectLandedMigrations } from '../backup/backup.store.ts';
import type { Config } from '../config.ts';
import type { Database } from '../store/database.ts';
import { readMigrations } from '../store/migrate.ts';
import { asOperator } from '../store/view.ts';
import type { Check } from './check.ts';
import { checkChains } from './checkChains.store.ts';
import { checkClock } from './checkClock.ts';
import { checkDefinitions, checkLoadedFiles } from './checkEvidence.ts';
import { checkMail } from './checkMail.ts';
import { checkSchema } from './checkSchema.ts';
import { checkApplicationRole, checkRowSecurity } from './checkSecurity.ts';
import {
  countLoadedFiles,
  countMail,
  selectNewestTime,
  selectOpenTables,
  selectRolePowers,
  selectServer,
  selectUndefinedMeasures,
} from './doctor.store.ts';
import type { Server } from './doctorRows.ts';

export type Examined = { readonly checks: readonly Check[]; readonly storeBytes: number };

/** Looks at everything inside a store and changes nothing. What cannot be looked at before the schema is the newest is left out. */
export async function examineStore(database: Database, config: Config, at: Date): Promise<Examined> {
  const landed = await database.transaction(selectLandedMigrations);
  const schema = checkSchema(landed, readMigrations());
  return asOperator(database, async (view) => {
    const server = await selectServer(view);
    const store = checkServer(server, config);
    if (!schema.well) return { checks: [store, schema], storeBytes: server.bytes };
    const checks = [
      store,
      schema,
      checkRowSecurity(await selectOpenTables(view)),
      checkApplicationRole(await selectRolePowers(view)),
      ...(await checkChains(view)),
      checkLoadedFiles(await countLoadedFiles(view)),
      checkDefinitions(await selectUndefinedMeasures(view)),
      checkMail(await countMail(view, at), config.mail !== null),
      checkClock(at, server.at, await selectNewestTime(view)),
    ];
    return { checks, storeBytes: server.bytes };
  });
}

function checkServer({ version, encoding }: Server, { store }: Config): Check {
  const what = 'store';
  const name = 'folder' in store ? `embedded in ${store.folder}` : 'on a server';
  const says = `${name}, answers; PostgreSQL ${version}`;
  if (encoding === 'UTF8') return { what, well: true, says };
  return {
    what,
    well: false,
    says: `${says}; its encoding is ${encoding}, which loses letters: make a database in UTF8`,
  };
}
