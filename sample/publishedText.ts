/**
 * A rate in percent as the state writes it: from the counts, one decimal, half rounded away from zero in whole
 * numbers, no trailing zero (`50.2`, `44`). A denominator of 0 is written `0`, as the state's A-G file does for
 * a cohort without graduates.
 */
export function rateText(numerator: number, denominator: number): string {
  if (denominator === 0) return '0';
  return tenthsText(Math.floor((2000 * numerator + denominator) / (2 * denominator)));
}

/** A mean of whole numbers, written by the same rule: `meanText(-4, 3)` is `-1.3`. */
export function meanText(sum: number, count: number): string {
  if (count === 0) throw new Error('nobody to take the mean of');
  const tenths = Math.floor((20 * Math.abs(sum) + count) / (2 * count));
  return tenthsText(sum < 0 ? -tenths : tenths);
}

function tenthsText(tenths: number): string {
  const size = Math.abs(tenths);
  const whole = `${tenths < 0 ? '-' : ''}${Math.floor(size / 10)}`;
  return size % 10 === 0 ? whole : `${whole}.${size % 10}`;
}
