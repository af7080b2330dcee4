import type { Direction } from '../attackComponent.ts';
import { auditSuppression, type CellInterval } from '../auditSuppression.ts';
import { findSuppression, noTime } from '../findSuppression.ts';
import { linkedTable } from '../linkedTable.ts';
import type { Solver } from '../solver.ts';
import { isGuarded } from '../suppression.ts';
import { type CountState, hideWhole } from './countState.ts';
import { type NeedLimits, needLimits } from './needLimits.ts';
import { type CountTable, countTable } from './countTable.ts';
import { witnessBank } from './witnessBank.ts';
import { type AttackView, sayCounts } from './sayCounts.ts';

export type ClusterOptions = {
  readonly clock: () => number;
  readonly seconds: number;
  readonly objective: 'students' | 'figures';
  /** Asked between steps of the first suppression: true, and it is given up. */
  readonly giveUp?: () => boolean;
};

/** What hiding cost beyond what must be hidden, in the unit of the objective, and what no suppression goes below. */
export type ProtectedCluster = {
  readonly ok: true;
  readonly objective: number;
  readonly bound: number;
  readonly optimal: boolean;
  /** Counts that nothing could give all that the policy asks for: they have what they can be given. */
  readonly lessened: number;
  readonly table: CountTable;
  /** The width that each cell of the table was held to in the end, less than asked where nothing could give it. */
  readonly required: (cell: number) => number;
  readonly audit: readonly CellInterval[];
};

export type ClusterRefusal = {
  readonly ok: false;
  readonly reason:
    | 'no suppression protects the count'
    | 'readers know too much of the count beforehand'
    | 'it could not be proved in the time given';
  readonly variable: number;
};

const views = {
  membersOfSizes: { counts: 'sizes', insiders: true },
  sizes: { counts: 'sizes', insiders: false },
  members: { counts: 'all', insiders: true },
  all: { counts: 'all', insiders: false },
} as const satisfies Record<string, AttackView>;

const mostRetries = 8;
const mostTrials = 30;

/**
 * Hides what protects the counts of a state and audits it; `state.hidden` is changed. Sizes of groups come first, by
 * themselves: a hidden size takes the figure with it. Then numerators, where a size that is shown stays shown. Each is
 * done twice, against all who are a group of one together, then against everybody else: what is hidden for the first
 * also serves the second. Where numerators cannot be protected, the smallest group beside them is hidden as well.
 */
export function protectCluster(
  solver: Solver,
  state: CountState,
  { clock, seconds, objective, giveUp = () => false }: ClusterOptions,
): ProtectedCluster | ClusterRefusal {
  const began = clock();
  const left = () => Math.max(0, seconds - (clock() - began));
  /** Counts that nothing beside could be hidden for: they are given what they can be. */
  const lenient = new Set<number>();
  /** How often something was hidden for a count: four times as much each time. */
  const asked = new Map<number, number>();
  let lessened = 0;
  const bank = witnessBank();
  const total = { objective: 0, bound: 0, optimal: true };
  const run = (view: AttackView, share: number, countsBound: boolean, need: NeedLimits) => {
    const { table, variables } = countTable(state.model, sayCounts(state, view), need.limits);
    const linked = linkedTable(table, objective === 'students' ? 'weight' : 'count');
    const given = bank.take(linked, variables);
    const stuck = new Set<number>();
    const found = findSuppression(solver, linked, {
      clock,
      giveUp,
      given,
      seconds: share * left(),
      effort: { trials: left() > 0 ? mostTrials : 0, cells: 300 },
      mayAskLess: (cell, side, most) => {
        const variable = variables[cell] as number;
        const isPart = state.model.variables[variable]?.count !== 'n';
        const mayHideMore = view.counts === 'all' && !view.insiders && !lenient.has(variable);
        if (mayHideMore && !(isPart && most >= 1)) {
          stuck.add(variable);
          return true;
        }
        const reach = (one: Direction) => need.most(variable, one) ?? Number.POSITIVE_INFINITY;
        const possible = () => (side === 'width' ? reach('below') + reach('above') : reach(side));
        if (state.known.includes(1) && most < possible() - 1e-6) return false;
        lessened++;
        if (view.counts === 'sizes') lenient.add(variable);
        return true;
      },
    });
    if (!found.ok && found.reason === noTime)
      return { ok: false as const, stuck: [variables[found.cell] as number], reason: found.reason };
    if (!found.ok) stuck.add(variables[found.cell] as number);
    if (found.ok) bank.put(found.witnesses, variables);
    if (!found.ok) return { ok: false as const, stuck: [...stuck], reason: found.reason };
    total.objective += found.cost;
    variables.forEach((variable, cell) => {
      if (found.hidden[cell] === 1 && table.cells[cell]?.status === 'safe') state.hidden[variable] = 1;
    });
    if (stuck.size > 0) return { ok: false as const, stuck: [...stuck], reason: '' };
    if (countsBound) total.bound += found.bound;
    if (!found.optimal || (!countsBound && found.cost > 0)) total.optimal = false;
    return { ok: true as const, table: { table, variables }, linked, found };
  };
  const order = [
    [views.membersOfSizes, 0.25, true],
    [views.sizes, 0.4, false],
    [views.members, 0.5, true],
    [views.all, 0.8, false],
  ] as const;
  const hasMembers = hasGroupsOfOne(state);
  let need: NeedLimits | undefined;
  let last: Extract<ReturnType<typeof run>, { ok: true }> | undefined;
  for (let [at, retries] = [0, 0]; at < order.length; ) {
    const [view, share, first] = order[at] as (typeof order)[number];
    if (view.insiders && !hasMembers) {
      at++;
      continue;
    }
    need ??= needLimits(solver, state, view);
    const result = run(view, share, first || !hasMembers, need);
    if (!result.ok) {
      if (result.reason === noTime)
        return {
          ok: false,
          reason: 'it could not be proved in the time given',
          variable: result.stuck[0] as number,
        };
      if (view.counts === 'sizes' || result.stuck.every((one) => lenient.has(one)))
        return refusal(result.reason, result.stuck[0] as number);
      const beside = new Set<number>();
      for (const one of result.stuck) {
        const before = asked.get(one) ?? 0;
        asked.set(one, before + 1);
        const sizes = retries < mostRetries ? smallestBeside(state, one, 2 * 4 ** before) : [];
        if (sizes.length === 0) lenient.add(one);
        for (const size of sizes) beside.add(size);
      }
      retries++;
      for (const size of beside) {
        state.hidden[size] = 1;
        total.objective += state.values[size] as number;
      }
      hideWhole(state);
      need = undefined;
      total.optimal = false;
      continue;
    }
    last = result;
    need = undefined;
    if (!hideWhole(state)) at++;
  }
  if (!last) throw new Error('a suppression was not looked for');
  const { linked, found, table } = last;
  const cells = table.variables.flatMap((_, cell) =>
    isGuarded(linked, cell) || found.hidden[cell] === 1 ? [cell] : [],
  );
  const audit = auditSuppression(solver, linked, found.hidden, cells, found.proof, {
    stop: () => clock() - began > Math.max(seconds, leastAuditSeconds),
  });
  const required = (cell: number) =>
    Math.max(
      (linked.needBelow[cell] as number) + (linked.needAbove[cell] as number),
      linked.needWidth[cell] as number,
    );
  return { ok: true, ...total, lessened, table, required, audit };
}

const leastAuditSeconds = 2;

function refusal(reason: string, variable: number): ClusterRefusal {
  return reason.startsWith('readers')
    ? { ok: false, reason: 'readers know too much of the count beforehand', variable }
    : { ok: false, reason: 'no suppression protects the count', variable };
}

function hasGroupsOfOne({ model, values, rules }: CountState): boolean {
  return model.variables.some(
    ({ count, of, table }, variable) =>
      count === 'n' && of !== 'change' && values[variable] === 1 && rules[table]?.singleton !== null,
  );
}

/** The smallest groups that are shown and stand in a relation with the count or with its numerator's complement. */
function smallestBeside(
  { model, values, hidden, known }: CountState,
  variable: number,
  most: number,
): readonly number[] {
  const one = model.variables[variable];
  const own = new Set([variable, one?.n ?? -1]);
  const found = new Set<number>();
  for (const { terms } of model.rows) {
    if (!terms.some(([other]) => own.has(other))) continue;
    for (const [other] of terms) {
      const of = model.variables[other];
      const n = of?.count === 'n' ? other : (of?.n ?? -1);
      if (n < 0 || model.variables[n]?.of !== 'slice' || hidden[n] === 1 || known[n] === 1) continue;
      found.add(n);
    }
  }
  return [...found].sort((a, b) => (values[a] as number) - (values[b] as number)).slice(0, most);
}
