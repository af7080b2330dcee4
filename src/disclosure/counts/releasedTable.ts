import type { ReleasedCell, ReleasedTable } from '../../vocabulary/release.ts';
import { anyRate, codedRange } from './codedRange.ts';
import { shortfall } from './countedState.ts';
import type { CountedSlice, CountedTable } from './countedTable.ts';
import type { CountState } from './countState.ts';
import { sliceRelations } from './sliceRelations.ts';

/** Why a cell does not show all: for the district alone; a release never tells the first from the second. */
export type WhyHidden = 'few students' | 'protects another cell' | 'agreement';

/** Why a slice of a table in this release is hidden or coded; undefined when it is shown. */
export function whyHidden(
  { model, hidden, rules }: CountState,
  slices: readonly CountedSlice[],
  table: number,
  slice: number,
  withheld: (slice: CountedSlice) => boolean,
): WhyHidden | undefined {
  const own = rules[table];
  const one = slices[slice];
  const n = model.n[table]?.[slice] as number;
  const numerator = model.numerator[table]?.[slice] as number;
  if (!own || !one) throw new RangeError(`there is no slice ${slice} in table ${table}`);
  if (withheld(one)) return 'agreement';
  if (one.n < own.threshold) return 'few students';
  if (hidden[n] === 1) return 'protects another cell';
  if (numerator < 0) return undefined;
  if (codedRange(own, one.n, one.numerator ?? 0)) return 'few students';
  return hidden[numerator] === 1 ? 'protects another cell' : undefined;
}

/** The table as it leaves: a cell a slice, and where parts do not add up. `why` is asked for each slice. */
export function releasedTable(
  state: CountState,
  counted: CountedTable,
  table: number,
  district: string,
  why: (slice: number) => WhyHidden | undefined,
): ReleasedTable {
  const { measure, definition, rule, schoolYear, counts, slices } = counted;
  const cells = slices.map((slice, at): ReleasedCell => releasedCell(state, slice, table, at, why(at)));
  const discrepancies = sliceRelations(slices, district).flatMap((relation) => {
    const whole = slices[relation.whole] as CountedSlice;
    const { place, grade, group } = whole;
    return (counts === 'rate' ? (['n', 'numerator'] as const) : (['n'] as const)).flatMap((count) => {
      const by = shortfall(counted, relation, count);
      return by === 0 ? [] : [{ relation: relation.name, place, grade, group, count, by }];
    });
  });
  return { measure, definition, rule, schoolYear, counts, cells, discrepancies };
}

function releasedCell(
  { model, hidden, rules }: CountState,
  { place, grade, group, n, numerator, value }: CountedSlice,
  table: number,
  at: number,
  why: WhyHidden | undefined,
): ReleasedCell {
  const slice = { place, grade, group };
  if (why === undefined) return { ...slice, seen: 'shown', n, numerator, value };
  const own = rules[table];
  if (why === 'agreement') return { ...slice, seen: 'suppressed', reason: 'agreement' };
  const isSeen = own && n >= own.threshold && hidden[model.n[table]?.[at] as number] !== 1;
  if (!isSeen || numerator === null) return { ...slice, seen: 'suppressed', reason: 'small numbers' };
  return { ...slice, seen: 'coded', n, ...(codedRange(own, n, numerator) ?? anyRate) };
}
