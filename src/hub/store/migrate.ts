import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Database } from './database.ts';
import { Refusal } from '../../vocabulary/refusal.ts';

export type Migration = { readonly name: string; readonly sql: string; readonly sha256: string };

const folder = new URL('../../../migrations/', import.meta.url);

/** The migrations in the order of their names. */
export function readMigrations(): Migration[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings a store forward to the newest schema, one transaction a migration, and answers the names of those it ran.
 * Refuses a store that a newer Tandem has migrated, and one whose landed migrations differ from this program's.
 */
export async function migrate(
  database: Database,
  at: Date,
  migrations = readMigrations(),
): Promise<string[]> {
  const landed = await database.transaction(async (connection) => {
    await connection.query('select pg_advisory_xact_lock(7263345)');
    await connection.query(
      'create table if not exists migration (name text primary key, sha256 text not null, landed_at timestamptz not null)',
    );
    await connection.query(
      "comment on table migration is 'placement=local. A change of the schema that this store has been through.'",
    );
    return connection.query('select name, sha256 from migration order by name');
  });
  landed.forEach((row, i) => {
    const known = migrations[i];
    if (!known || known.name !== row.name) {
      throw new Refusal(
        `This store was changed by a newer Tandem (${row.name}). Use that version, or restore an older backup.`,
      );
    }
    if (known.sha256 !== row.sha256) {
      throw new Refusal(
        `The migration ${known.name} differs from the one this store went through. Use an unchanged copy of Tandem.`,
      );
    }
  });
  const missing = migrations.slice(landed.length);
  for (const migration of missing) {
    await database.transaction(async (connection) => {
      for (const statement of splitScript(migration.sql)) await connection.query(statement);
      await connection.query('insert into migration (name, sha256, landed_at) values ($1, $2, $3)', [
        migration.name,
        migration.sha256,
        at,
      ]);
    });
  }
  return missing.map((migration) => migration.name);
}

/** The statements of a script, cut at semicolons outside quotes, dollar quotes and comments. */
export function splitScript(sql: string): string[] {
  const token = /--[^\n]*|'(?:[^']|'')*'|(\$\w*\$)[\s\S]*?\1|;/g;
  const statements: string[] = [];
  let start = 0;
  for (const match of sql.matchAll(token)) {
    if (match[0] !== ';') continue;
    statements.push(sql.slice(start, match.index).trim());
    start = match.index + 1;
  }
  statements.push(sql.slice(start).trim());
  return statements.filter((statement) => statement.replace(/--[^\n]*/g, '').trim() !== '');
}
