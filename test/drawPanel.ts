import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Panel } from '../src/stats/panel/panel.ts';

/**
 * Levels, a common line and noise of standard deviation 1 for 30 units at 8 times; the first is treated from the sixth on,
 * by `effect`.
 */
export function drawPanel(seed: number, effect: number): Panel {
  const random = xoroshiro128plus(seed);
  const draw = () => 2 * (uniformFloat64(random) + uniformFloat64(random) + uniformFloat64(random)) - 3;
  const [units, times, firstTreated] = [30, 8, 5];
  const outcomes = new Float64Array(units * times);
  for (let row = 0; row < units; row++) {
    const level = 10 * draw();
    for (let t = 0; t < times; t++)
      outcomes[row * times + t] = level + t + draw() + (row === 0 && t >= firstTreated ? effect : 0);
  }
  return { units, times, outcomes, treated: [0], firstTreated };
}
