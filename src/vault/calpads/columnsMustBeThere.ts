import { plainWord } from '../intake/columns.ts';
import type { Recognised } from '../intake/layout.ts';

/** A file has the columns that its rows cannot do without. */
export function columnsMustBeThere(
  type: string,
  lost: readonly string[],
  header: readonly string[],
): Recognised {
  const nameless = header.filter((name) => plainWord(name) === '').length;
  return {
    known: false,
    breach: {
      rule: 'columnsMustBeThere',
      severity: 'error',
      column: null,
      valueClass: `${lost.length} columns missing`,
      message: `the ${type} file has no column ${lost.join(', ')} (of ${header.length} columns ${nameless} have no name)`,
      remedy: 'export it with these columns, or name them as the CALPADS guide does',
    },
  };
}
