import { measureVault } from '../measuring/measureVault.store.ts';
import { findRule } from '../measuring/ruleText.ts';
import type { Vault, VaultConnection } from '../store/vault.ts';
import { changeRows } from './changeRows.ts';
import { type WhatIf, whatIfKey } from './whatIf.ts';
import { type ComputedWhatIf, type Ground, selectCounts } from './whatIfCounts.store.ts';

/** `runs`: the run that the vault's counts of each measure and year are of, by `measure year`. */
export type Computing = {
  readonly year: number;
  readonly ground: Ground;
  readonly runs: ReadonlyMap<string, number>;
  readonly now: () => Date;
};

/** Ends the transaction of a what-if: nothing of it is to stay. */
class RolledBack extends Error {}

/** Counts measures of a year again on changed copies of the rows; nothing of it stays. Empty when nothing was changed. */
export async function computeWhatIf(
  vault: Pick<Vault, 'district' | 'transaction'>,
  whatIf: WhatIf,
  measures: readonly string[],
  { year, ground, runs, now }: Computing,
): Promise<ComputedWhatIf[]> {
  const computed: ComputedWhatIf[] = [];
  const district = vault.district.cds;
  const work = async (connection: VaultConnection): Promise<never> => {
    if ((await changeRows(connection, whatIf, { ...ground, year })) > 0) {
      const { rows, run } = connection;
      const within = {
        rows,
        run,
        transaction: <T>(inner: (c: VaultConnection) => Promise<T>) => inner(connection),
      };
      for (const measure of measures) {
        await measureVault(within, { year, measure, now });
        const counts = await selectCounts(connection, { measures: [measure], year, district });
        const rule = findRule(measure)?.hash ?? '';
        computed.push({
          whatIf: whatIfKey(whatIf),
          measure,
          year,
          run: runs.get(`${measure} ${year}`) ?? 0,
          rule,
          counts,
        });
      }
    }
    throw new RolledBack();
  };
  await vault.transaction(work).catch((cause: unknown) => {
    if (!(cause instanceof RolledBack)) throw cause;
  });
  return computed;
}
