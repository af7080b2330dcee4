import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { VaultConnection } from '../store/vault.ts';
import type { CountRow } from './measureTable.ts';

const { selectDistrictCounts } = readVaultStatements(import.meta.url, ['selectDistrictCounts']);

/** What a run counted of all students of a district, by measure and year. */
export async function selectDistrictOfRun(
  vault: VaultConnection,
  district: string,
  run: number,
): Promise<CountRow[]> {
  return vault.rows<CountRow>(selectDistrictCounts, { district, run });
}
