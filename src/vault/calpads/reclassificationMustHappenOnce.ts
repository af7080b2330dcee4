import type { Breach } from '../intake/breach.ts';

/** A student is reclassified on one day. */
export function reclassificationMustHappenOnce(
  days: ReadonlySet<string>,
  column: string,
): Breach | undefined {
  if (days.size < 2) return undefined;
  return {
    rule: 'reclassificationMustHappenOnce',
    severity: 'error',
    column,
    valueClass: `${days.size} days of reclassification`,
    message: 'the student is reclassified on more than one day',
    remedy: 'keep the first day in CALPADS; later rows must repeat it',
  };
}
