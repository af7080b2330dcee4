import type { StudentTables } from '../../sample/students/studentRows.ts';
import type { Vault, VaultValue } from '../../src/vault/store/vault.ts';

/** Writes generated rows into a vault as they are, past the intake. */
export async function fillVault(vault: Pick<Vault, 'append'>, tables: StudentTables): Promise<void> {
  for (const [table, rows] of Object.entries(tables)) {
    const objects: readonly Readonly<Record<string, VaultValue>>[] = rows;
    const columns = Object.keys(objects[0] ?? {});
    if (columns.length === 0) continue;
    await vault.append(
      table,
      columns,
      objects.map((row) => columns.map((column) => row[column] ?? null)),
    );
  }
}
