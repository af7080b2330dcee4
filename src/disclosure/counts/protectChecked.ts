import type { Solver } from '../solver.ts';
import { type AttackedRelease, attackRelease, joinAttacks } from './attackRelease.ts';
import { rulesOfPolicy } from '../policies/rulesOfPolicy.ts';
import { checkCounts } from './checkCounts.ts';
import { codedRange } from './codedRange.ts';
import type { CountQuestion } from './countedState.ts';
import type { CountedSlice, CountedTable } from './countedTable.ts';
import { jointTables } from './jointTables.ts';
import { inOrder, type ProtectCountsOptions } from './protectCounts.ts';
import {
  type CoarserTables,
  type HeldTables,
  joinProtected,
  type ProtectedCounts,
} from './protectedCounts.ts';
import { protectJoint } from './protectJoint.ts';
import { countsNumeratorOf } from './sharedStudents.ts';

export type CheckedCounts = { readonly counts: ProtectedCounts; readonly attack: AttackedRelease };

export type ProtectCheckedOptions = ProtectCountsOptions & {
  /** On the clock's scale, for all tables together: what is not proved by then is told in less detail or held. */
  readonly mostSeconds: number;
};

type Rung = {
  /** Of what is left of the time for a set of measures. */
  readonly share: number;
  readonly coarse: (slice: CountedSlice, district: string) => boolean;
  /** Without the tables that count a numerator of others. */
  readonly fewer?: boolean;
  readonly left?: CoarserTables['left'];
};

/** From all that is asked for to less and less detail of schools. */
const ladder: readonly Rung[] = [
  { share: 0.6, coarse: () => false },
  { share: 0.5, coarse: () => false, fewer: true },
  {
    share: 0.5,
    left: 'groups by grade',
    coarse: ({ place, grade, group }, district) => place !== district && grade !== 'all' && group !== 'ALL',
  },
  {
    share: 0.8,
    left: 'groups and grades',
    coarse: ({ place, grade, group }, district) => place !== district && (grade !== 'all' || group !== 'ALL'),
  },
];

/**
 * Protects counts so that the outcome can be sealed, and always ends: each set of measures is protected, then attacked
 * from what it prints alone. Where that exposes a count, or the time is up, less detail of schools is told, and at last
 * the tables are held; each with its reason. Nothing that is given was not proved.
 */
export function protectChecked(solver: Solver, options: ProtectCheckedOptions): CheckedCounts {
  const { tables, clock, mostSeconds, tell = () => {} } = options;
  for (const table of tables) checkCounts(table);
  const sizeOf = (some: readonly CountedTable[]) => workOf(some, options);
  // The easy ones first: what time they leave is for the others.
  const clusters = [...jointTables(tables)].sort((a, b) => sizeOf(a) - sizeOf(b));
  const began = clock();
  let size = clusters.reduce((sum, cluster) => sum + sizeOf(cluster), 0);
  const whole = Math.max(1, size);
  const parts = clusters.map((cluster, done) => {
    tell(
      cluster.map(({ measure }) => measure),
      done,
      clusters.length,
    );
    const left = Math.max(0, mostSeconds - (clock() - began));
    const most = Math.max(leastSeconds, (left * sizeOf(cluster)) / Math.max(1, size));
    size -= sizeOf(cluster);
    return climbDown(solver, cluster, options, most, (options.seconds * sizeOf(cluster)) / whole);
  });
  return {
    counts: inOrder(joinProtected(parts.map(({ counts }) => counts)), tables),
    attack: joinAttacks(parts.map(({ attack }) => attack)),
  };
}

/** How hard tables are to protect, roughly: one more than their figures that must not be told as they are. */
export function workOf(
  tables: readonly CountedTable[],
  question: Pick<CountQuestion, 'policy' | 'smallestGroup' | 'audience'>,
): number {
  return tables.reduce((sum, { measure, slices }) => {
    const rules = rulesOfPolicy(question.policy, measure, question);
    const isHeld = ({ n, numerator }: CountedSlice) =>
      n < rules.threshold || (numerator !== null && codedRange(rules, n, numerator) !== undefined);
    return sum + slices.filter(isHeld).length;
  }, 1);
}

function climbDown(
  solver: Solver,
  cluster: readonly CountedTable[],
  options: ProtectCheckedOptions,
  most: number,
  seconds: number,
): CheckedCounts {
  const { district, clock, objective = 'students', earlier } = options;
  const began = clock();
  let held: readonly HeldTables[] = [];
  for (const { share, coarse, left, fewer = false } of ladder) {
    const told = fewer ? cluster.filter((one) => !countsNumeratorOf(one, cluster)) : cluster;
    const tables = told.map((one) => ({
      ...one,
      slices: one.slices.filter((slice) => !coarse(slice, district)),
    }));
    const isSame = fewer
      ? told.length === cluster.length
      : held.length > 0 && !cluster.some(({ slices }) => slices.some((slice) => coarse(slice, district)));
    if (isSame) continue;
    const now = clock();
    const end = now + share * Math.max(0, most - (now - began));
    const counts = protectJoint(solver, tables, {
      ...options,
      objective,
      seconds,
      giveUp: () => clock() > end,
    });
    if (counts.held.length > 0) {
      held = counts.held;
      continue;
    }
    const attack = attackRelease(solver, {
      ...options,
      tables: counts.tables,
      earlier: earlier.map((one) => one.tables),
      seconds: Math.max(leastAttack, end - clock()),
      exact: false,
      tell: () => {},
    });
    const without = cluster.filter((one) => !told.includes(one)).map((one) => holdOf([one], absence));
    const coarser = left ? held.map((one) => ({ ...one, left })) : [];
    if (attack.ok) return { counts: { ...counts, held: without, coarser }, attack };
    held = [holdOf(cluster, 'a reader could work out the count from the release', attack)];
  }
  return { counts: { ...joinProtected([]), held }, attack: joinAttacks([]) };
}

const leastAttack = 5;
/** So long a set of measures may take in any case. */
const leastSeconds = 8;
const absence = 'its groups of nobody would be told by their absence';

function holdOf(
  cluster: readonly CountedTable[],
  reason: HeldTables['reason'],
  attack?: AttackedRelease,
): HeldTables {
  const [table] = cluster;
  const found = attack?.counts.find(({ verdict }) => verdict === 'exposed');
  const slice = found ?? attack?.problems[0] ?? table?.slices[0];
  if (!table || !slice) throw new RangeError('an empty table was held');
  const { place, grade, group } = slice;
  const measure = found?.measure ?? attack?.problems[0]?.measure ?? table.measure;
  return {
    measures: cluster.map((one) => one.measure),
    schoolYear: table.schoolYear,
    reason,
    at: { measure, place, grade, group, count: found?.count ?? 'n' },
  };
}
