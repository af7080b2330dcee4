import type { ReleasedTable } from '../../vocabulary/release.ts';
import { attackSuppression } from '../attackSuppression.ts';
import { auditSuppression } from '../auditSuppression.ts';
import { linkedTable } from '../linkedTable.ts';
import { emptyProof } from '../proof.ts';
import type { Solver } from '../solver.ts';
import type { CountQuestion } from './countedState.ts';
import type { Slice } from './countedTable.ts';
import type { CountVariable } from './countModel.ts';
import type { DisclosureRules } from '../policies/rulesOfPolicy.ts';
import { countTable } from './countTable.ts';
import { jointTables } from './jointTables.ts';
import { judgeInterval, type Verdict } from './judgeInterval.ts';
import { printedProblem } from './printedProblem.ts';
import { possibleCounts } from './possibleCounts.ts';
import { type PublishedState, publishedState } from './publishedState.ts';

/** What a reader finds out of a count that is not printed. */
export type FoundCount = Slice & {
  readonly measure: string;
  readonly schoolYear: number;
  readonly count: 'n' | 'numerator' | 'complement';
  /** Null: a count of the slice. Else of those whom the relation of this name leaves of it, or who changed. */
  readonly left: string | null;
  readonly lower: number;
  readonly upper: number;
  /** False when time ran out: the interval may be wider. */
  readonly exact: boolean;
  /**
   * `protected` whatever the true count is. `trusted`: wide enough for most counts it may be; that it is none of the
   * others only the vault has seen. `exposed`: not wide enough, whatever it is.
   */
  readonly verdict: Verdict;
};

/** Something that a release must not say, with where. */
export type ReleaseProblem = Slice & {
  readonly measure: string;
  readonly schoolYear: number;
  readonly sentence: string;
};

export type AttackedRelease = {
  /** Nothing is exposed, contradicts itself or is printed against the policy. */
  readonly ok: boolean;
  readonly problems: readonly ReleaseProblem[];
  readonly counts: readonly FoundCount[];
  readonly protected: number;
  readonly trusted: number;
  readonly exposed: number;
  /** Counts whose interval was not worked out in the time given; they are in none of the three. */
  readonly unanswered: number;
};

export type AttackReleaseOptions = Pick<
  CountQuestion,
  'district' | 'policy' | 'smallestGroup' | 'audience'
> & {
  readonly tables: readonly ReleasedTable[];
  /** Tables of earlier releases of the same district, oldest first. */
  readonly earlier: readonly (readonly ReleasedTable[])[];
  readonly clock: () => number;
  readonly seconds: number;
  /** Whether every interval is worked out to its ends; otherwise only those that decide something. Default true. */
  readonly exact?: boolean;
  readonly tell?: (done: number, of: number) => void;
};

/**
 * Attacks a release with nothing but what it prints, what earlier ones print, and how counts add up: the interval of
 * every count that is not printed, by linear programs. No hidden count is needed. Not recomputed here, and left to the
 * two who signed: that the counts are those of the students; that the true count is none of the few that a `trusted`
 * interval would be too narrow for; what a group of one learns; and whether a count that one release prints and another
 * hides has stayed the same (one that would be exposed then is `trusted`).
 */
export function attackRelease(solver: Solver, options: AttackReleaseOptions): AttackedRelease {
  const { tables, earlier, clock, seconds, exact = true, tell = () => {} } = options;
  const began = clock();
  const problems: ReleaseProblem[] = [];
  const counts: FoundCount[] = [];
  let unanswered = 0;
  const clusters = jointTables(tables);
  clusters.forEach((cluster, done) => {
    tell(done, clusters.length);
    const state = publishedState(options, cluster, earlier, 'may have changed');
    problems.push(...printedProblems(state, cluster), ...state.contradictions);
    if (state.contradictions.length > 0) return;
    const stop = () => clock() - began > (seconds * (done + 1)) / clusters.length;
    const found = attackPublished(solver, state, stop, exact);
    if (!found) problems.push(impossible(cluster));
    const doubted = earlier.length > 0 ? exposedIfUnchanged(solver, options, cluster, stop) : new Set();
    for (const one of found?.counts ?? [])
      counts.push(
        one.verdict === 'protected' && doubted.has(keyOf(one)) ? { ...one, verdict: 'trusted' } : one,
      );
    unanswered += found?.unanswered ?? 0;
  });
  return summed(problems, counts, unanswered);
}

function summed(
  problems: readonly ReleaseProblem[],
  counts: readonly FoundCount[],
  unanswered: number,
): AttackedRelease {
  const of = (verdict: Verdict) => counts.filter((one) => one.verdict === verdict).length;
  const exposed = of('exposed');
  return {
    ok: problems.length === 0 && exposed === 0,
    problems,
    counts,
    protected: of('protected'),
    trusted: of('trusted'),
    exposed,
    unanswered,
  };
}

/** What came of attacking parts that have no students in common. */
export function joinAttacks(parts: readonly AttackedRelease[]): AttackedRelease {
  return summed(
    parts.flatMap(({ problems }) => problems),
    parts.flatMap(({ counts }) => counts),
    parts.reduce((sum, { unanswered }) => sum + unanswered, 0),
  );
}

function printedProblems({ rules }: PublishedState, cluster: readonly ReleasedTable[]): ReleaseProblem[] {
  return cluster.flatMap(({ measure, schoolYear, cells }, at) =>
    cells.flatMap((cell): readonly ReleaseProblem[] => {
      const own = rules[at];
      const sentence = own && printedProblem(own, cell);
      const { place, grade, group } = cell;
      return sentence ? [{ measure, schoolYear, place, grade, group, sentence }] : [];
    }),
  );
}

function keyOf({ measure, place, grade, group, count, left }: FoundCount): string {
  return `${measure}|${place}|${grade}|${group}|${count}|${left}`;
}

/** Counts that would be exposed if all that one release prints and another hides had stayed the same. */
function exposedIfUnchanged(
  solver: Solver,
  { earlier, ...options }: AttackReleaseOptions,
  cluster: readonly ReleasedTable[],
  stop: () => boolean,
): ReadonlySet<string> {
  const state = publishedState(options, cluster, earlier, 'unchanged');
  const found = state.contradictions.length > 0 ? undefined : attackPublished(solver, state, stop, false);
  const exposed = found?.counts.filter(({ verdict }) => verdict === 'exposed') ?? [];
  return new Set(exposed.map(keyOf));
}

function impossible([table]: readonly ReleasedTable[]): ReleaseProblem {
  const cell = table?.cells[0];
  if (!table || !cell) throw new RangeError('an empty table was attacked');
  const { place, grade, group } = cell;
  const sentence = 'no counts at all agree with everything that is printed of this measure and year';
  return { measure: table.measure, schoolYear: table.schoolYear, place, grade, group, sentence };
}

/** How far a count must move from a possible value so that it is protected whatever it is. */
function sureNeed({ model, rules, known, lower, upper }: PublishedState, variable: number, value: number) {
  const one = model.variables[variable];
  const own = rules[one?.table ?? -1];
  const [below, above] = [value - (lower[variable] as number), (upper[variable] as number) - value];
  const nothing = { below: 0, above: 0, width: 0 };
  if (!one || !own || one.of === 'change' || model.tables[one.table]?.release !== 0) return nothing;
  if (one.count !== 'n') {
    const isHidden = one.n < 0 || Number.isNaN(known[one.n] as number);
    const width = isHidden ? own.least : Math.max(1, own.smallestPart - 1);
    return { ...nothing, width: Math.min(width, below + above) };
  }
  if (value >= own.threshold) return nothing;
  return { ...nothing, below: Math.max(0, below), above: Math.min(own.threshold - value, above) };
}

type Interval = { readonly lower: number; readonly upper: number; readonly exact: boolean };

function attackPublished(
  solver: Solver,
  state: PublishedState,
  stop: () => boolean,
  exact: boolean,
): { readonly counts: readonly FoundCount[]; readonly unanswered: number } | undefined {
  const { model, rules, known, lower, upper } = state;
  const values = possibleCounts(solver, state);
  if (!values) return undefined;
  const { table, variables } = countTable(model, (variable) =>
    Number.isNaN(known[variable] as number)
      ? {
          seen: 'hidden',
          value: values[variable] as number,
          lower: lower[variable] as number,
          upper: upper[variable] as number,
          weight: 1,
          ...sureNeed(state, variable, values[variable] as number),
        }
      : { seen: 'known' },
  );
  const linked = linkedTable(table);
  const cells = variables.flatMap((variable, cell) =>
    model.tables[model.variables[variable]?.table ?? -1]?.release === 0 ? [cell] : [],
  );
  // Tables that prove a count protected come first: one proves many, and exact ends may take longer than there is time.
  const proof = emptyProof(linked);
  attackSuppression(solver, linked, linked.hidden, proof, cells, { stop });
  const places = new Map(variables.map((variable, cell) => [variable, cell]));
  const found = new Map<number, Interval>();
  const intervalOf = (variable: number): Interval => {
    const cell = places.get(variable);
    const value = values[variable] as number;
    if (cell === undefined) return { lower: value, upper: value, exact: true };
    const shown = {
      lower: value - (proof.below[cell] as number),
      upper: value + (proof.above[cell] as number),
    };
    return found.get(cell) ?? { ...shown, exact: false };
  };
  const judge = (variable: number) => {
    const one = model.variables[variable] as CountVariable;
    const own = rules[one.table] as DisclosureRules;
    const people = one.n >= 0 && places.has(one.n) ? intervalOf(one.n) : undefined;
    const isNobody = people?.exact === true && people.upper < 1e-6;
    const size = isNobody ? 0 : one.n >= 0 ? (known[one.n] as number) : Number.NaN;
    const verdict = judgeInterval(own, one, size, intervalOf(variable), state.upper[variable] as number);
    // Of those who are left it may be that there is nobody, which is no secret of anybody's.
    const mayBeNobody = one.of === 'left' && people !== undefined && people.lower < 1e-6;
    return verdict === 'exposed' && mayBeNobody ? 'trusted' : verdict;
  };
  const audit = (some: readonly number[]) => {
    for (const { cell, ...one } of auditSuppression(solver, linked, linked.hidden, some, proof, { stop }))
      found.set(cell, one);
  };
  const doubted = cells.filter((cell) => judge(variables[cell] as number) === 'exposed');
  // Whether anybody is there decides of their numerators.
  const sizes = doubted.flatMap((cell) => places.get(model.variables[variables[cell] ?? -1]?.n ?? -1) ?? []);
  audit([...new Set([...doubted, ...sizes])]);
  if (exact) audit(cells.filter((cell) => !found.has(cell)));
  let unanswered = 0;
  const counts = model.variables.flatMap((one, variable): readonly FoundCount[] => {
    const at = model.tables[one.table];
    const slice = at?.slices[one.slice];
    if (!at || !slice || at.release !== 0) return [];
    if (one.of === 'slice' && !Number.isNaN(known[variable] as number)) return [];
    const { lower, upper, exact } = intervalOf(variable);
    const verdict = judge(variable);
    // An interval that is wider in truth is worth no less.
    const sure = exact || verdict !== 'exposed';
    if (!sure) unanswered++;
    if (verdict === undefined || !sure) return [];
    const { place, grade, group } = slice;
    const left = one.of === 'change' ? 'change since an earlier release' : one.relation;
    const { measure, schoolYear } = at;
    return [
      { measure, schoolYear, place, grade, group, count: one.count, left, lower, upper, exact, verdict },
    ];
  });
  return { counts, unanswered };
}
