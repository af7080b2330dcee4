import { overdispersion, type RateChange } from '../../stats/shrinkage/overdispersion.ts';
import type { OutcomeFigure } from './outcomeLines.ts';

/**
 * By how much the rates of a district vary more than binomially, from the shown changes of all districts from one year to the
 * next (`overdispersion`). Undefined where fewer than 30 are shown, or no part of them goes with the number of students.
 */
export function rateOverdispersion(figures: readonly OutcomeFigure[]): number | undefined {
  const changes: RateChange[] = [];
  for (const own of Map.groupBy(figures, ({ district }) => district).values()) {
    const byYear = new Map(own.map((figure) => [figure.year, rateOf(figure)]));
    for (const [year, after] of byYear) {
      const before = byYear.get(year - 1);
      if (before && after) changes.push({ before, after, period: year });
    }
  }
  const found = overdispersion(changes);
  return found.ok ? found.factor : undefined;
}

function rateOf({ value, n, numerator }: OutcomeFigure): RateChange['before'] | undefined {
  if (value === null || !n) return undefined;
  return { numerator: numerator ?? Math.min(n, (Number(value) / 100) * n), n };
}
