import type { PanelMethod } from './effect.ts';
import type { Panel } from './panel.ts';

/** In units of the outcome. The objectives add penalty^2 |w|^2 to the mean squared miss. */
export type WeightPenalties = {
  /** Standard deviation of the donors' first differences before treatment. */
  readonly noise: number;
  readonly unit: number;
  readonly time: number;
};

/**
 * How strongly weights are drawn to be even. Units of `sdid`: (treated units x treated times)^(1/4) x noise,
 * algorithm 1 of D. Arkhangelsky, S. Athey, D. A. Hirshberg, G. W. Imbens & S. Wager (2021), "Synthetic
 * difference-in-differences", American Economic Review 111(12), 4088-4118. Units of `sc`, and times: 1e-6 x
 * noise, there only to make the weights unique. `donors` are rows of the panel. One difference alone has no
 * deviation: 0.
 */
export function weightPenalties(
  panel: Panel,
  donors: readonly number[],
  method: PanelMethod,
): WeightPenalties {
  const { outcomes, times, firstTreated, treated } = panel;
  const count = donors.length * (firstTreated - 1);
  let sum = 0;
  for (const row of donors)
    sum += (outcomes[row * times + firstTreated - 1] as number) - (outcomes[row * times] as number);
  const mean = sum / count;
  let squares = 0;
  for (const row of donors)
    for (let t = 1; t < firstTreated; t++) {
      const at = row * times + t;
      squares += ((outcomes[at] as number) - (outcomes[at - 1] as number) - mean) ** 2;
    }
  const noise = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
  const eta = method === 'sdid' ? (treated.length * (times - firstTreated)) ** 0.25 : 1e-6;
  return { noise, unit: eta * noise, time: 1e-6 * noise };
}
