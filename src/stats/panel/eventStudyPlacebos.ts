import { donorChoices, type DonorChoiceOptions } from './donorChoices.ts';
import type { Panel } from './panel.ts';

export type EventStudyPlacebos = {
  readonly made: 'enumerated' | 'drawn';
  readonly curves: readonly Float64Array[];
};

/**
 * The event curves of donors that stand in for the treated: as many of them as are treated, against the plain average
 * of the other donors, the treated left out. Every choice once up to `most`, else drawn with the seed. `timeWeights`
 * say from which times before treatment the curves are measured.
 */
export function eventStudyPlacebos(
  { outcomes, times, treated }: Panel,
  donors: readonly number[],
  timeWeights: Float64Array,
  options: DonorChoiceOptions,
): EventStudyPlacebos {
  const size = treated.length;
  const paths = donors.map((row) => {
    const path = outcomes.subarray(row * times, (row + 1) * times);
    const base = timeWeights.reduce((sum, weight, t) => sum + weight * (path[t] as number), 0);
    return path.map((value) => value - base);
  });
  const whole = sumOf(paths, times);
  const { made, choices } = donorChoices(donors.length, size, options);
  const curves: Float64Array[] = [];
  for (const chosen of choices) {
    const sum = sumOf(
      chosen.map((k) => paths[k] as Float64Array),
      times,
    );
    curves.push(
      sum.map((value, t) => value / size - ((whole[t] as number) - value) / (donors.length - size)),
    );
  }
  return { made, curves };
}

function sumOf(paths: readonly Float64Array[], times: number): Float64Array {
  const sum = new Float64Array(times);
  for (const path of paths) for (let t = 0; t < times; t++) sum[t] = (sum[t] as number) + (path[t] as number);
  return sum;
}
