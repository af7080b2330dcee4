type Applied = {
  readonly districtId: string;
  readonly holds: 'spending' | 'budget';
  readonly state: string;
  readonly untilDay: string | null;
};

/** Last day that the spending of all these districts is known for; null where one of them has brought no ledger. */
export function ledgerKnownUntil(imports: readonly Applied[], districtIds: readonly string[]): string | null {
  const last = districtIds.map((districtId) =>
    imports
      .filter((one) => one.districtId === districtId && one.holds === 'spending' && one.state === 'applied')
      .map(({ untilDay }) => untilDay ?? '')
      .toSorted()
      .at(-1),
  );
  if (last.length === 0 || last.some((day) => day === undefined)) return null;
  return last.toSorted()[0] ?? null;
}
