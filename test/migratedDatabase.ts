import pg from 'pg';
import { migrate } from '../src/hub/store/migrate.ts';
import { openPostgresqlDatabase } from '../src/hub/store/postgresqlDatabase.ts';

const name = 'tandem_migrated';

/**
 * A database of the newest schema on the server of the tests, which copies are made from: a copy takes a tenth of what the
 * migrations take. Answers its name; nobody may be connected to it while it is copied.
 */
export async function makeMigratedDatabase(admin: string): Promise<string> {
  const client = new pg.Client({ connectionString: admin });
  await client.connect();
  try {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.query(`create database ${name}`);
  } finally {
    await client.end();
  }
  const database = await openPostgresqlDatabase(
    Object.assign(new URL(admin), { pathname: `/${name}` }).href,
    1,
  );
  try {
    await migrate(database, new Date());
  } finally {
    await database.close();
  }
  return name;
}
