import type { Panel, PanelRefusal } from './panel.ts';

/**
 * Undefined when an effect can be estimated on the panel, else the first reason why not. Throws a RangeError
 * on a panel that is none: numbers missing or not finite, treated rows that are not there or not ascending.
 */
export function panelMustAllowAnEstimate(panel: Panel): PanelRefusal | undefined {
  panelMustBeWhole(panel);
  const { units, times, treated, firstTreated, outcomes } = panel;
  if (treated.length === 0) return { ok: false, reason: 'nobody is treated' };
  if (treated.length === units) return { ok: false, reason: 'everybody is treated' };
  if (firstTreated >= times) return { ok: false, reason: 'no time after treatment' };
  if (firstTreated < 2) return { ok: false, reason: 'fewer than two times before treatment' };
  if (outcomes.every((value) => value === outcomes[0]))
    return { ok: false, reason: 'the outcome never varies' };
  return undefined;
}

function panelMustBeWhole({ units, times, outcomes, treated, firstTreated }: Panel): void {
  if (outcomes.length !== units * times)
    throw new RangeError(`${outcomes.length} outcomes are not those of ${units} units at ${times} times`);
  if (!outcomes.every(Number.isFinite))
    throw new RangeError('an outcome of the panel is not a finite number');
  if (!Number.isInteger(firstTreated) || firstTreated < 0)
    throw new RangeError(`the first treated time is a position, not ${firstTreated}`);
  for (const [k, row] of treated.entries())
    if (!Number.isInteger(row) || row < 0 || row >= units || (k > 0 && row <= (treated[k - 1] as number)))
      throw new RangeError('treated rows ascend and lie in the panel');
}
