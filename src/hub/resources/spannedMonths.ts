/** From the first day of the first month to the last day of the last month of some calendar dates; null without any. */
export function spannedMonths(
  days: readonly string[],
): { readonly fromDay: string; readonly untilDay: string } | null {
  const sorted = days.toSorted();
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return null;
  const [year = 0, month = 0] = last.split('-').map(Number);
  const end = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  return { fromDay: `${first.slice(0, 7)}-01`, untilDay: end };
}
