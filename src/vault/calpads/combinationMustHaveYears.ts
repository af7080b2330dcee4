import { parseSchoolYear } from '../../vocabulary/schoolYear.ts';
import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';

/** A combination of codes has a first code, a first year and a last one or none. */
export function combinationMustHaveYears(
  code: string,
  first: string,
  last: string,
  columns: { readonly code: string; readonly first: string; readonly last: string },
): Breach | undefined {
  const isYear = (text: string) => parseSchoolYear(text.slice(0, 9)) !== undefined;
  const wrong =
    code === ''
      ? ([columns.code, code] as const)
      : !isYear(first)
        ? ([columns.first, first] as const)
        : !isYear(last) && !/^(N\/?A|)\b/i.test(last)
          ? ([columns.last, last] as const)
          : undefined;
  if (!wrong) return undefined;
  return {
    rule: 'combinationMustHaveYears',
    severity: 'error',
    column: wrong[0],
    valueClass: valueClass(wrong[1]),
    message: 'a combination has a code, the school year from which it holds, and the last one or N/A',
    remedy: 'look for shifted columns; load the table as the state publishes it',
  };
}
