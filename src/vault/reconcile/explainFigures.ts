import { type Comparison, compareFigure } from './compareFigure.ts';
import { type Neighbour, neighbours } from './neighbours.ts';
import { type FigureSlice, type PublicFigure, type VaultCount, wholeDistrict } from './publicFigure.ts';
import { byLikelihood, parseWhatIf } from './whatIf.ts';

/** The vault's counts, as it is (the empty key) and for each what-if that was computed. */
export type WhatIfCounts = {
  /** The what-ifs that were computed for a measure and year. */
  readonly computed: (measure: string, year: number) => readonly string[];
  /** Null where nobody would be counted. */
  readonly count: (whatIf: string, slice: FigureSlice) => VaultCount | null;
};

/** What one other way to count gives in place of the vault's figure. */
export type Tried = {
  readonly whatIf: string;
  readonly neighbour: Neighbour | null;
  /** Null when it leaves nobody to count. */
  readonly count: VaultCount | null;
  readonly comparison: Comparison | null;
  /** Counts and value are the published ones. */
  readonly fits: boolean;
  /** Figures of the dataset, measure and year that differ and would be the published ones. */
  readonly explains: number;
  /** Those that agree as they are and would not any more. A way to count that breaks one is not the state's. */
  readonly breaks: number;
};

export const verdictStatuses = [
  'equal',
  'equal after rounding',
  'explained',
  'unexplained',
  'withheld',
  'not in the vault',
  'not published',
] as const;
export type VerdictStatus = (typeof verdictStatuses)[number];

export type Verdict = {
  readonly figure: PublicFigure;
  readonly count: VaultCount | null;
  readonly comparison: Comparison | null;
  readonly status: VerdictStatus;
  /** The explanation with the fewest causes, unless one of more causes explains clearly more figures. */
  readonly by: Tried | null;
  /** Other explanations of as many figures by as few causes. */
  readonly also: readonly Tried[];
  /** What comes closest where nothing explains it. */
  readonly nearest: Tried | null;
  /** Every way that was tried and changes this figure, each cause alone first. */
  readonly tried: readonly Tried[];
};

/** How many of the figures that differ a dataset's measure and year has: the whole that `explains` is a part of. */
export type FigureGroup = { readonly verdicts: readonly Verdict[]; readonly differing: number };

/**
 * Judges published figures against the vault's counts. A cause explains a figure when, by it, students counted and value
 * are those published and every figure of the same dataset, measure, year and level that agrees as it is still does: a
 * publisher counts all its groups by one rule.
 */
export function explainFigures(figures: readonly PublicFigure[], counts: WhatIfCounts): FigureGroup[] {
  const groups = Map.groupBy(figures, ({ dataset, measure, year, school }) =>
    [dataset, measure, year, school === wholeDistrict].join(' '),
  );
  return [...groups.values()].map((group) => explainGroup(group, counts));
}

type Way = { readonly whatIf: string; readonly neighbour: Neighbour | null };

function explainGroup(figures: readonly PublicFigure[], counts: WhatIfCounts): FigureGroup {
  const countOf = (figure: FigureSlice, { whatIf, neighbour }: Way): VaultCount | null => {
    return counts.count(whatIf, neighbour?.of(figure) ?? figure);
  };
  const compare = (figure: PublicFigure, way: Way): Comparison | null => {
    const count = countOf(figure, way);
    return (count && compareFigure(figure, count)) ?? null;
  };
  const asIs: Way = { whatIf: '', neighbour: null };
  const before = new Map(figures.map((figure) => [figure, compare(figure, asIs)]));
  const differing = figures.filter((figure) => isShown(figure) && !isFit(before.get(figure) ?? null));
  const [{ measure, year } = { measure: '', year: 0 }] = figures;
  const ways = ['', ...counts.computed(measure, year).toSorted(byLikelihood)]
    .flatMap((whatIf) => [null, ...neighbours].map((neighbour) => ({ whatIf, neighbour })))
    .filter(({ whatIf, neighbour }) => whatIf !== '' || neighbour !== null)
    .filter((way) => {
      const own = differing.filter((figure) => !way.neighbour || way.neighbour.of(figure));
      return own.length > 0 && (!way.neighbour || own.some((figure) => countOf(figure, way)));
    })
    .map((way) => {
      const fit = new Map(figures.map((figure) => [figure, isFit(compare(figure, way))]));
      const breaks = figures.filter((figure) => isFit(before.get(figure) ?? null) && !fit.get(figure)).length;
      const explains = differing.filter((figure) => fit.get(figure)).length;
      return { ...way, breaks, explains };
    });
  const verdicts = figures.map((figure): Verdict => {
    const count = countOf(figure, asIs);
    const comparison = before.get(figure) ?? null;
    const plain = { figure, count, comparison, by: null, also: [], nearest: null, tried: [] };
    if (!isShown(figure)) {
      const status = figure.reason === 'not reported' ? 'not published' : 'withheld';
      return { ...plain, status };
    }
    if (isFit(comparison)) {
      return { ...plain, status: comparison?.fit === 'same' ? 'equal' : 'equal after rounding' };
    }
    const tried = ways
      .filter(({ neighbour }) => !neighbour || neighbour.of(figure))
      .map((way): Tried => {
        const own = compare(figure, way);
        return { ...way, count: countOf(figure, way), comparison: own, fits: isFit(own) };
      })
      .filter((one) => !isSame(one.count, count))
      .toSorted((a, b) => sizeOf(a) - sizeOf(b));
    const fitting = tried.filter(
      (one) => one.fits && one.breaks === 0 && !mayBeChance(one, tried, figure.n ?? Number.POSITIVE_INFINITY),
    );
    const by = simplest(fitting);
    const also = fitting.filter(
      (one) => by && one !== by && one.explains === by.explains && sizeOf(one) === sizeOf(by),
    );
    const status: VerdictStatus = by
      ? 'explained'
      : !count
        ? 'not in the vault'
        : comparison?.fit === 'counts differ'
          ? 'equal after rounding'
          : 'unexplained';
    const nearest = by ? null : nearestOf(tried, comparison);
    return { ...plain, status, by, also, nearest, tried };
  });
  return { verdicts, differing: differing.length };
}

function isShown({ seen, value }: PublicFigure): boolean {
  return seen === 'shown' && value !== null;
}

function isFit(comparison: Comparison | null): boolean {
  return comparison?.fit === 'same' || comparison?.fit === 'rounding';
}

function isSame(one: VaultCount | null, other: VaultCount | null): boolean {
  return (
    one?.n === other?.n &&
    one?.numerator === other?.numerator &&
    one?.sum === other?.sum &&
    one?.denominator === other?.denominator
  );
}

/** In a group of fewer students one more cause may give the published numbers by chance. */
const fewStudents = 50;

/** Whether a way fits a small group only by a cause more than what explains other figures, and no second figure needs it. */
function mayBeChance(way: Tried, tried: readonly Tried[], n: number): boolean {
  if (n >= fewStudents) return false;
  const own = partsOf(way);
  return tried.some(
    (other) =>
      other.breaks === 0 &&
      other.explains > 0 &&
      way.explains < other.explains + 2 &&
      sizeOf(other) < sizeOf(way) &&
      partsOf(other).every((part) => own.includes(part)),
  );
}

function partsOf({ whatIf, neighbour }: Way): string[] {
  const changes = whatIf === '' ? [] : whatIf.split(' + ');
  return neighbour ? [neighbour.id, ...changes] : changes;
}

/**
 * Of the ways that fit a figure, in the order of their size, the first; unless a larger one explains at least two figures and
 * a fifth more: one more cause that turns one more small group right may do so by chance.
 */
function simplest(fitting: readonly Tried[]): Tried | null {
  let best: Tried | null = null;
  for (const one of fitting) {
    if (!best) best = one;
    else if (sizeOf(one) === sizeOf(best) && one.explains > best.explains) best = one;
    else if (one.explains >= best.explains + Math.max(2, Math.ceil(best.explains / 5))) best = one;
  }
  return best;
}

/** How many causes a way takes together. */
export function sizeOf({ whatIf, neighbour }: Way): number {
  return parseWhatIf(whatIf).length + (neighbour ? 1 : 0);
}

/**
 * The way that explains most other figures, where one does; else the one that leaves the least of the difference in value,
 * then in students; none when the vault as it is does.
 */
function nearestOf(tried: readonly Tried[], asIs: Comparison | null): Tried | null {
  const sound = tried.filter(({ comparison, breaks }) => comparison && breaks === 0);
  const leading = simplest(sound.filter(({ explains }) => explains > 0));
  if (leading) return leading;
  const [best] = sound.toSorted((a, b) => byDistance(a.comparison, b.comparison) || sizeOf(a) - sizeOf(b));
  return best && byDistance(best.comparison, asIs) < 0 ? best : null;
}

function byDistance(one: Comparison | null, other: Comparison | null): number {
  const far = (comparison: Comparison | null): number =>
    comparison ? Math.abs(Number(comparison.valueDifference)) : Number.POSITIVE_INFINITY;
  const students = (comparison: Comparison | null): number => Math.abs(comparison?.nDifference ?? 0);
  const [a, b] = [far(one), far(other)];
  return a === b ? students(one) - students(other) : a - b;
}
