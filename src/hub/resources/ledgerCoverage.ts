import { addDays } from '../../vocabulary/addDays.ts';

type Applied = {
  readonly districtId: string;
  readonly holds: 'spending' | 'budget';
  readonly state: string;
  readonly fromDay: string | null;
  readonly untilDay: string | null;
};

/** How far the applied files of spending go. */
export type LedgerCoverage = {
  /** Last day that the spending of all the districts is known for; null where one has brought no ledger. */
  readonly until: string | null;
  /** First day up to then that no file of one of them covers. */
  readonly missing: string | null;
};

/** What is known of the spending of all these districts from a day on. */
export function ledgerCoverage(
  imports: readonly Applied[],
  districtIds: readonly string[],
  fromDay: string,
): LedgerCoverage {
  const each = districtIds.map((districtId) => coverageOf(imports, districtId, fromDay));
  const days = each.flatMap(({ until }) => until ?? []).toSorted();
  const isWhole = each.length > 0 && days.length === each.length;
  const until = isWhole ? (days[0] ?? null) : null;
  const missing = each.flatMap((one) => one.missing ?? []).toSorted()[0] ?? null;
  return { until, missing: until !== null && missing !== null && missing <= until ? missing : null };
}

function coverageOf(imports: readonly Applied[], districtId: string, fromDay: string): LedgerCoverage {
  const files = imports
    .filter((one) => one.districtId === districtId && one.holds === 'spending' && one.state === 'applied')
    .toSorted((a, b) => (a.fromDay ?? '').localeCompare(b.fromDay ?? ''));
  let next = fromDay;
  let missing: string | null = null;
  let until: string | null = null;
  for (const file of files) {
    if (!file.fromDay || !file.untilDay) continue;
    if (file.untilDay >= next) {
      if (file.fromDay > next) missing ??= next;
      next = addDays(file.untilDay, 1);
    }
    if (until === null || file.untilDay > until) until = file.untilDay;
  }
  return { until, missing };
}

/** Last day that the spending of one district is known for. */
export function ledgerKnownUntil(imports: readonly Applied[], districtId: string): string | null {
  return ledgerCoverage(imports, [districtId], '').until;
}
