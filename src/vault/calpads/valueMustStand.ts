import type { Breach } from '../intake/breach.ts';

/** A column that a row cannot do without is filled. */
export function valueMustStand(column: string, what: string): Breach {
  return {
    rule: 'valueMustStand',
    severity: 'error',
    column,
    valueClass: 'blank',
    message: `the row has no ${what}`,
    remedy: 'look for shifted columns, or fill it in CALPADS',
  };
}
