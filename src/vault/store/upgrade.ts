import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { DuckDBConnection } from '@duckdb/node-api';
import { Refusal } from '../../vocabulary/refusal.ts';
import { connectVault } from './connectVault.ts';
import { inTransaction } from './inTransaction.ts';
import { readVaultStatements } from './readVaultStatements.ts';

const { createUpgrades, selectUpgrades, insertUpgrade } = readVaultStatements(import.meta.url, [
  'createUpgrades',
  'selectUpgrades',
  'insertUpgrade',
]);

export type Upgrade = { readonly name: string; readonly sql: string; readonly sha256: string };

const folder = new URL('../schema/', import.meta.url);

/** The schema's files in the order of their names. They only go forward; one that has landed is never edited. */
export function readUpgrades(): Upgrade[] {
  return readdirSync(folder)
    .filter((name) => /^\d{4}-[a-z0-9-]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, folder), 'utf8');
      return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') };
    });
}

/**
 * Brings a vault forward to the newest schema, one transaction a file, and answers the names of those it ran. Refuses a
 * vault that a newer Tandem has changed, and one that went through other files than this program's.
 */
export async function upgrade(
  connection: DuckDBConnection,
  at: Date,
  upgrades = readUpgrades(),
): Promise<string[]> {
  const vault = connectVault(connection);
  await vault.run(createUpgrades);
  const landed = await vault.rows<{ name: string; sha256: string }>(selectUpgrades);
  landed.forEach((row, i) => {
    const known = upgrades[i];
    if (known?.name !== row.name) {
      throw new Refusal(`This vault was changed by a newer Tandem (${row.name}). Use that version.`);
    }
    if (known.sha256 !== row.sha256) {
      throw new Refusal(
        `The schema file ${known.name} differs from the one this vault went through. Use an unchanged copy of Tandem.`,
      );
    }
  });
  const missing = upgrades.slice(landed.length);
  for (const { name, sql, sha256 } of missing) {
    await inTransaction(connection, async () => {
      await connection.run(sql);
      await vault.run(insertUpgrade, { name, sha256, at });
    });
  }
  return missing.map(({ name }) => name);
}
