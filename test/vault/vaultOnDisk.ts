import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { initVault } from '../../src/vault/store/initVault.ts';
import { useVault } from '../../src/vault/store/useVault.ts';
import { makeKeyFile, type VaultKey } from '../../src/vault/store/vaultKey.ts';
import type { Statement } from '../../src/vocabulary/sqlStatements.ts';

const selectIds: Statement = {
  name: 'selectIds',
  text: 'select student_id from student order by student_id',
  parameters: [],
};

export type VaultOnDisk = {
  readonly folder: string;
  readonly key: VaultKey;
  /** The ids of its students, with the key when it is closed. */
  students(): Promise<number[]>;
  add(...ids: number[]): Promise<void>;
  /** What was told while it was used, in order. */
  readonly told: string[];
  remove(): void;
};

/** A real vault, closed and empty, sealed with a key file, in a folder of its own or in `folder`. */
export async function makeVaultOnDisk(folder?: string): Promise<VaultOnDisk> {
  const { key } = await makeKeyFile(new Date());
  const place = folder ?? join(mkdtempSync(join(tmpdir(), 'tandem-vault-')), 'vault');
  await initVault(place, { cds: '10621660000000', name: 'Fresno Unified' }, key, new Date());
  return vaultIn(place, key);
}

/** A vault that lies in a folder already. */
export function vaultIn(folder: string, key: VaultKey): VaultOnDisk {
  const told: string[] = [];
  const use = () => ({
    at: new Date(),
    limits: { memory: '500MB' },
    key: async () => key,
    tell: (sentence: string) => told.push(sentence),
  });
  return {
    folder,
    key,
    told,
    students: async () => {
      const rows = await useVault(folder, use(), (vault) => vault.rows<{ student_id: number }>(selectIds));
      return rows.map((row) => row.student_id);
    },
    add: (...ids) =>
      useVault(folder, use(), async (vault) => {
        const rows = ids.map((id) => [id, '10621660000000']);
        await vault.append('student', ['student_id', 'district_cds'], rows);
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
