import { attackRelease } from '../src/disclosure/counts/attackRelease.ts';
import type { CountedTable } from '../src/disclosure/counts/countedTable.ts';
import { tandemDefault as policy } from '../src/disclosure/policies/tandemDefault.ts';
import type { Solver } from '../src/disclosure/solver.ts';
import type { ReleasedTable } from '../src/vocabulary/release.ts';
import { shortfall } from '../src/disclosure/counts/countedState.ts';
import { sliceRelations } from '../src/disclosure/counts/sliceRelations.ts';
import {
  coverEachRelation,
  hideHypercubes,
  hideNextSmallest,
  hideSmall,
  worthOf,
} from '../test/plainSuppression.ts';

const threshold = 11;
const others = [
  ['n < 11 alone', hideSmall],
  ['and the next smallest of each row', hideNextSmallest],
  ['hypercubes (GHMITER-like)', hideHypercubes],
  ['each relation by itself (HiTaS-like)', coverEachRelation],
] as const;

/** What others would show of the sizes of groups, and what can be found out of it all the same. */
export function othersText(solver: Solver, tables: readonly CountedTable[], district: string): string[] {
  const share = (part: number, whole: number) => `${((100 * part) / whole).toFixed(1)} %`;
  return others.map(([name, hide]) => {
    const total = { slices: 0, shown: 0, students: 0, all: 0, small: 0, known: 0, exposed: 0, narrow: 0 };
    const began = process.cpuUsage().user;
    let spent = 0;
    for (const table of tables) {
      const from = process.cpuUsage().user;
      const hidden = hide(table, district, threshold);
      spent += process.cpuUsage().user - from;
      const worth = worthOf(table, hidden, district, threshold);
      const found = attackSizes(solver, table, hidden, district);
      total.slices += table.slices.length;
      total.shown += worth.shown;
      total.students += worth.students;
      total.all += table.slices.reduce((sum, { n }) => sum + n, 0);
      total.small += worth.small;
      total.known += worth.known;
      total.exposed += found.exposed;
      total.narrow += found.trusted;
    }
    const used = ((process.cpuUsage().user - began) / 1e6).toFixed(0);
    return `${name}: sizes shown ${share(total.shown, total.slices)}, students ${share(total.students, total.all)}, ${(spent / 1e6).toFixed(1)} CPU s (attacked in ${used}); of ${total.small} small groups ${total.known} follow exactly by subtraction, and readers know ${total.exposed} sizes, of those left over too, to be under ${threshold}`;
  });
}

function attackSizes(solver: Solver, table: CountedTable, hidden: Uint8Array, district: string) {
  const { measure, definition, rule, schoolYear, slices } = table;
  const released: ReleasedTable = {
    measure,
    definition,
    rule,
    schoolYear,
    counts: 'ratio',
    cells: slices.map(({ place, grade, group, n, value }, at) =>
      hidden[at] === 1
        ? { place, grade, group, seen: 'suppressed', reason: 'small numbers' }
        : { place, grade, group, seen: 'shown', n, numerator: null, value },
    ),
    discrepancies: sliceRelations(slices, district).flatMap((relation) => {
      const { place, grade, group } = slices[relation.whole] as CountedTable['slices'][number];
      const by = shortfall(table, relation, 'n');
      return by === 0 ? [] : [{ relation: relation.name, place, grade, group, count: 'n' as const, by }];
    }),
  };
  const clock = () => performance.now() / 1000;
  const asked = { district, policy, earlier: [], clock, seconds: 120, exact: false };
  return attackRelease(solver, { ...asked, tables: [released] });
}
