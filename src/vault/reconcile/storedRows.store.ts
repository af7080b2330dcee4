import type { Vault } from '../store/vault.ts';
import { selectChangeNames } from './changeNames.store.ts';
import { selectAbsentSchools, selectPublicFigures, selectSchoolNames } from './publicFigures.store.ts';
import { explainStored } from './reconcileVault.store.ts';
import { type ReconcileRow, reconcileRows } from './reconcileRows.ts';

/** The published figures of a year, or of a measure of it, with the verdicts on what was computed last. */
export async function selectStoredRows(
  vault: Pick<Vault, 'rows' | 'district'>,
  asked: { readonly year?: number | undefined; readonly measure?: string | undefined },
): Promise<ReconcileRow[]> {
  const figures = await selectPublicFigures(vault, asked);
  const groups = await explainStored(vault, figures);
  const names = await selectChangeNames(vault);
  const absent = await selectAbsentSchools(vault);
  return reconcileRows(groups, names, await selectSchoolNames(vault), absent);
}
