import { findColumns } from '../intake/columns.ts';
import type { Recognised } from '../intake/layout.ts';
import { yearMustBeKnown } from './yearMustBeKnown.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';

type Aliases = Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;

/** The names of a year's columns as `findColumns` takes them; a field that the year does not have has none. */
export function namesOfYear(aliases: Aliases, year: string): Record<string, readonly string[]> {
  const fields = new Set(Object.values(aliases).flatMap((one) => Object.keys(one)));
  return Object.fromEntries(
    [...fields].map((field) => {
      const name = aliases[year]?.[field];
      return [field, name === undefined ? [] : [name]];
    }),
  );
}

/**
 * Which year's header this is: the one whose columns are all there. A header of this kind that is no known year's is
 * refused with the columns that the nearest year misses. Of two years that fit, the one with more columns of its own.
 */
export function recogniseYear(
  header: readonly string[],
  aliases: Aliases,
  marks: readonly string[],
): Recognised | undefined {
  if (!marks.every((mark) => header.includes(mark))) return undefined;
  const years = Object.keys(aliases).map((year) => {
    const names = Object.fromEntries(
      Object.entries(aliases[year] ?? {}).map(([field, name]) => [field, [name ?? '']]),
    );
    const { missing } = findColumns(header, names);
    return {
      year,
      missing: missing.map((field) => names[field]?.[0] ?? field),
      size: Object.keys(names).length,
    };
  });
  const fitting = years.filter(({ missing }) => missing.length === 0).sort((a, b) => b.size - a.size);
  if (fitting[0]) return { known: true, profile: fitting[0].year };
  const [nearest] = years.sort((a, b) => a.missing.length - b.missing.length);
  if (!nearest) throw new RangeError('A layout without years recognises nothing.');
  const known = years.map(({ year }) => schoolYearName(Number(year))).sort();
  return yearMustBeKnown(known, schoolYearName(Number(nearest.year)), nearest.missing);
}
