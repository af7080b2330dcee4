import type { Vault } from '../store/vault.ts';
import { causes } from './causes.ts';
import { computeWhatIf } from './computeWhatIf.store.ts';
import { explainFigures, type FigureGroup, type Verdict } from './explainFigures.ts';
import { selectChangeNames } from './changeNames.store.ts';
import { measuresBeside } from './neighbours.ts';
import { type PublicFigure, wholeDistrict } from './publicFigure.ts';
import { selectPublicFiles, selectPublicFigures } from './publicFigures.store.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { type Change, combineChanges, parseWhatIf, type WhatIf, whatIfKey, whatIfPhrase } from './whatIf.ts';
import {
  type CountRow,
  deleteWhatIfs,
  type Ground,
  insertWhatIf,
  selectCounts,
  selectGround,
  selectMeasureRuns,
  selectWhatIfs,
} from './whatIfCounts.store.ts';

export type ReconcileRequest = {
  readonly year?: number | undefined;
  readonly measure?: string | undefined;
  readonly now: () => Date;
  /** Told before each what-if: the sentence, and how many of how many are done at least. */
  readonly progress?: (sentence: string, done: number, of: number) => void;
};

/** Causes are taken together up to so many, of not more than so many that move a figure. */
const mostTogether = 3;
const mostMoving = 6;
/** More charter schools than this are not left out one by one. */
const mostCharters = 15;

/**
 * Compares every published figure with the vault's and, where they differ, counts again under each known cause: on copies of
 * the rows in a transaction that is rolled back, by the measure's own rule. What each came to is kept until the next time.
 * Causes that move a figure are then tried two and three together, while a figure is unexplained.
 */
export async function reconcileVault(vault: Vault, request: ReconcileRequest): Promise<FigureGroup[]> {
  const figures = await selectPublicFigures(vault, request);
  const years = [...new Set(figures.map(({ year }) => year))].sort((a, b) => b - a);
  const ground = await selectGround(vault);
  const days = new Map((await selectPublicFiles(vault)).map(({ file, asOf }) => [file, asOf]));
  for (const year of years) {
    const own = figures.filter((figure) => figure.year === year);
    await reconcileYear(vault, year, own, { ground, days, request });
  }
  return explainStored(vault, figures);
}

/** The verdicts on these figures from what was computed last. */
export async function explainStored(
  vault: Pick<Vault, 'rows' | 'district'>,
  figures: readonly PublicFigure[],
): Promise<FigureGroup[]> {
  const asIs: CountRow[] = [];
  for (const [year, own] of Map.groupBy(figures, (figure) => figure.year)) {
    const measures = besides(own.map(({ measure }) => measure));
    asIs.push(...(await selectCounts(vault, { measures, year, district: vault.district.cds })));
  }
  return explainFigures(figures, await selectWhatIfs(vault, asIs));
}

type Task = {
  readonly ground: Ground;
  readonly days: ReadonlyMap<number, string | null>;
  readonly request: ReconcileRequest;
};

async function reconcileYear(
  vault: Vault,
  year: number,
  figures: readonly PublicFigure[],
  { ground, days, request }: Task,
): Promise<void> {
  const runs = await selectMeasureRuns(vault);
  const names = await selectChangeNames(vault);
  await vault.transaction(async (connection) => {
    for (const measure of besides(figures.map((one) => one.measure))) {
      await deleteWhatIfs(connection, measure, year);
    }
  });
  let done = 0;
  const tryAll = async (wanted: readonly { measure: string; whatIf: WhatIf }[]): Promise<void> => {
    const byKey = Map.groupBy(wanted, ({ whatIf }) => whatIfKey(whatIf));
    const of = done + byKey.size;
    for (const same of byKey.values()) {
      const measures = besides(same.map(({ measure }) => measure)).filter((one) =>
        runs.has(`${one} ${year}`),
      );
      const whatIf = same[0]?.whatIf ?? [];
      const many = measures.length === 1 ? '1 measure' : `${measures.length} measures`;
      request.progress?.(`${schoolYearName(year)}: ${many} ${whatIfPhrase(whatIf, names)}`, done, of);
      done += 1;
      const computed = await computeWhatIf(vault, whatIf, measures, { year, ground, runs, now: request.now });
      await vault.transaction(async (connection) => {
        for (const one of computed) await insertWhatIf(connection, one, request.now());
      });
    }
  };
  const judge = async (): Promise<Open[]> => openMeasures(await explainStored(vault, figures), year, runs);
  // A single charter school is left out only where leaving all of them out does not explain.
  for (const oneByOne of [false, true]) {
    const singles = (await judge()).flatMap(({ measure }) =>
      changesFor(measure, year, ground, daysOf(figures, measure, days))
        .filter(({ cause }) => (cause === 'charter') === oneByOne)
        .map((change) => ({ measure, whatIf: [change] })),
    );
    await tryAll(singles);
  }
  for (let size = 2; size <= mostTogether; size++) {
    const wanted = (await judge()).flatMap(({ measure, left, moving, leading }) =>
      combineChanges(moving.slice(0, mostMoving), size)
        .filter((whatIf) => left.some((verdict) => mayFit(verdict, whatIf)))
        .filter((whatIf) => leading.every((key) => whatIf.some((change) => whatIfKey([change]) === key)))
        .map((whatIf) => ({ measure, whatIf })),
    );
    await tryAll(wanted);
  }
}

/** A measure with a figure that nothing explains so far. */
type Open = {
  readonly measure: string;
  readonly left: readonly Verdict[];
  /** Single changes that move such a figure, those that come closest first. */
  readonly moving: readonly Change[];
  /** The changes that explain most of the measure's other figures: they are part of whatever is tried further. */
  readonly leading: readonly string[];
};

function openMeasures(
  groups: readonly FigureGroup[],
  year: number,
  runs: ReadonlyMap<string, number>,
): Open[] {
  const verdicts = groups.flatMap((group) => group.verdicts);
  // Of a school that the vault has no rows of there is nothing to count otherwise.
  const left = verdicts.filter(
    ({ figure, status, comparison }) =>
      status === 'unexplained' ||
      (status === 'not in the vault' && figure.school === wholeDistrict) ||
      (status === 'equal after rounding' && comparison?.fit === 'counts differ'),
  );
  return [...Map.groupBy(left, ({ figure }) => figure.measure)]
    .filter(([measure]) => runs.has(`${measure} ${year}`))
    .map(([measure, own]) => {
      const explained = verdicts.flatMap(({ figure, by }) => (figure.measure === measure && by ? [by] : []));
      const [leading] = explained.toSorted((a, b) => b.explains - a.explains);
      const leadingKeys = parseWhatIf(leading?.whatIf ?? '').map((change) => whatIfKey([change]));
      const isLeading = (change: Change): boolean => leadingKeys.includes(whatIfKey([change]));
      return {
        measure,
        left: own,
        moving: movingChanges(own).toSorted((a, b) => Number(isLeading(b)) - Number(isLeading(a))),
        leading: leadingKeys,
      };
    });
}

/**
 * Whether changes together could come to as many students as are published, were what each adds or takes away apart to sum up:
 * within a fifth and ten, for they overlap. What is far from it is not counted.
 */
function mayFit({ figure, count, tried }: Verdict, whatIf: WhatIf): boolean {
  if (figure.n === null) return true;
  const before = count?.n ?? 0;
  const keys = new Set(whatIf.map((change) => whatIfKey([change])));
  const alone = tried.filter((one) => one.neighbour === null && keys.has(one.whatIf));
  const expected = alone.reduce((sum, one) => sum + (one.count?.n ?? 0) - before, before);
  return Math.abs(expected - figure.n) <= figure.n / 5 + 10;
}

/** Single changes that move such a figure: by turns that which comes closest in value and in students. */
function movingChanges(verdicts: readonly Verdict[]): Change[] {
  const found = new Map<string, { change: Change; value: number; students: number }>();
  for (const { whatIf, comparison } of verdicts.flatMap(({ tried }) => tried)) {
    const [change, ...more] = parseWhatIf(whatIf);
    if (!change || more.length > 0) continue;
    const before = found.get(whatIf) ?? {
      value: Number.POSITIVE_INFINITY,
      students: Number.POSITIVE_INFINITY,
    };
    const value = comparison ? Math.abs(Number(comparison.valueDifference)) : Number.POSITIVE_INFINITY;
    const students = Math.abs(comparison?.nDifference ?? Number.POSITIVE_INFINITY);
    found.set(whatIf, {
      change,
      value: Math.min(value, before.value),
      students: Math.min(students, before.students),
    });
  }
  const all = [...found.values()];
  const byValue = all.toSorted((a, b) => a.value - b.value);
  const byStudents = all.toSorted((a, b) => a.students - b.students);
  const turns = byValue.flatMap((one, at) => [one, byStudents[at] ?? one]);
  return [...new Set(turns)].map(({ change }) => change);
}

/** Every change that could concern a measure of a year in this vault. */
function changesFor(
  measure: string,
  year: number,
  { charterSchools, superseded }: Ground,
  days: readonly string[],
): Change[] {
  return causes
    .filter(({ concerns }) => concerns(measure))
    .flatMap(({ id }): Change[] => {
      if (id === 'charters') return charterSchools.length > 0 ? [{ cause: id, about: null }] : [];
      if (id === 'charter') {
        if (charterSchools.length < 2 || charterSchools.length > mostCharters) return [];
        return charterSchools.map(({ cds }) => ({ cause: id, about: cds }));
      }
      if (id === 'before') {
        return superseded
          .filter((file) => file.year === null || (file.year <= year && file.year > year - 5))
          .map(({ file }) => ({ cause: id, about: String(file) }));
      }
      if (id === 'as_of') return days.map((day) => ({ cause: id, about: day }));
      return [{ cause: id, about: null }];
    });
}

function daysOf(
  figures: readonly PublicFigure[],
  measure: string,
  days: ReadonlyMap<number, string | null>,
): string[] {
  const own = figures
    .filter((figure) => figure.measure === measure)
    .map(({ file }) => days.get(file) ?? null);
  return [...new Set(own.filter((day) => day !== null))];
}

/** The measures and those they may be taken for, each once. */
function besides(measures: readonly string[]): string[] {
  return [...new Set(measures.flatMap(measuresBeside))];
}
