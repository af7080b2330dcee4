import type { ClaimOutcome } from './claimTerms.ts';
import { baseMeasureOf } from './yearlyGain.ts';

/** What one live source says of one measure in one district and year. */
export type OutcomeFigure = {
  readonly measureId: string;
  readonly year: number;
  /** Null where the figure is withheld or coded. */
  readonly value: number | null;
  readonly n: number | null;
  readonly sourceId: string;
  readonly synthetic: boolean;
};

/** The outcome of a district in a year with the students behind it; undefined where a figure it needs is missing. */
export type YearOutcome = {
  readonly value: number;
  readonly n: number | null;
  readonly figures: readonly OutcomeFigure[];
};

/** A district's outcomes by year. */
export type OutcomeOf = (year: number) => YearOutcome | undefined;

/** The measures whose figures a claim's outcome is made of. */
export function measuresBehind({ measureId, taken }: ClaimOutcome): readonly string[] {
  const base = taken === 'gain' ? baseMeasureOf(measureId) : undefined;
  return base ? [measureId, base] : [measureId];
}

/**
 * Reads a claim's outcome out of one district's figures. A level is the figure itself; a gain starts from the base that
 * stands under the same year where the measure has one, and else from the figure of the year before. Gains are rounded
 * at the sixth decimal, so that 75.8 - 71.0 is 4.8.
 */
export function outcomeReader(figures: readonly OutcomeFigure[], outcome: ClaimOutcome): OutcomeOf {
  const shown = new Map(
    figures.flatMap((figure) =>
      figure.value === null
        ? []
        : [[`${figure.measureId} ${figure.year}`, { ...figure, value: figure.value }]],
    ),
  );
  const base = baseMeasureOf(outcome.measureId);
  return (year) => {
    const end = shown.get(`${outcome.measureId} ${year}`);
    if (!end) return undefined;
    if (outcome.taken === 'level') return { value: end.value, n: end.n, figures: [end] };
    const start = shown.get(base ? `${base} ${year}` : `${outcome.measureId} ${year - 1}`);
    if (!start) return undefined;
    const value = Number((end.value - start.value).toFixed(6));
    return { value: value === 0 ? 0 : value, n: end.n, figures: [start, end] };
  };
}

/**
 * The figures of every district from the lines of `selectOutcomeLines`: of the sources that give a slice, the one of the
 * highest place (the published after the synthetic, the newest loaded last).
 */
export function parseOutcomeLines(lines: string): Map<string, OutcomeFigure[]> {
  const best = new Map<string, { place: number; districtId: string; figure: OutcomeFigure }>();
  for (const line of lines.split('\n')) {
    const [place = '', districtId = '', measureId = '', year = '', sourceId = '', synthetic, n, value] =
      line.split('\t');
    const slice = `${districtId} ${measureId} ${year}`;
    const kept = best.get(slice);
    if (kept && kept.place > Number(place)) continue;
    const figure = {
      measureId,
      year: Number(year),
      value: value ? Number(value) : null,
      n: n ? Number(n) : null,
      sourceId,
      synthetic: synthetic === 't',
    };
    best.set(slice, { place: Number(place), districtId, figure });
  }
  const found = new Map<string, OutcomeFigure[]>();
  for (const { districtId, figure } of best.values()) {
    const own = found.get(districtId);
    if (own) own.push(figure);
    else found.set(districtId, [figure]);
  }
  return found;
}
