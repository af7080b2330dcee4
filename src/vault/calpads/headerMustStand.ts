import type { Recognised } from '../intake/layout.ts';

/** A file says what its columns are, or the district has listed them. */
export function headerMustStand(type: string, width: number): Recognised {
  return {
    known: false,
    breach: {
      rule: 'headerMustStand',
      severity: 'error',
      column: null,
      valueClass: `${width} columns`,
      message: `the ${type} file has no line of column names`,
      remedy:
        'load a list of your extract’s columns first (record_type,position,element; elements as the CALPADS guide numbers or names them), or put the names into the first line',
    },
  };
}
