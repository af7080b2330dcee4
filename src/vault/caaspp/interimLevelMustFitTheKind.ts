import type { Breach } from '../intake/breach.ts';

/** A comprehensive interim test has four levels, a block three: below, near and above the standard. */
export function interimLevelMustFitTheKind(
  kind: string,
  level: number | null,
  column: string,
): Breach | undefined {
  const highest = kind === 'ICA' ? 4 : 3;
  if (level === null || (Number.isInteger(level) && level >= 1 && level <= highest)) return undefined;
  return {
    rule: 'interimLevelMustFitTheKind',
    severity: 'error',
    column,
    valueClass: level > highest ? `level above ${highest}` : 'no level',
    message: `the level of this kind of test (${kind}) lies within 1-${highest}`,
    remedy: 'look for shifted columns in this row',
  };
}
