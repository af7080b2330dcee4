/**
 * How long staggered and dynamic difference-in-differences take: all twelve ways of group-time effects with averages
 * and errors on the 500 counties of mpdta, beside the seconds of the R package did; the two-way coefficient; a band of
 * 1,000 multiplier draws; a state of 1,000 districts; event studies with their placebos. Medians of the runs, one
 * process, and the first run, which the engine has not seen before.
 * Usage: node launch.mjs bench/groupTimes.ts [--runs 5]
 */
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { estimateEffect } from '../src/stats/panel/estimateEffect.ts';
import { eventStudy } from '../src/stats/panel/eventStudy.ts';
import { eventStudyOfEffect } from '../src/stats/panel/eventStudyOfEffect.ts';
import { groupTimeAverages } from '../src/stats/panel/groupTimeAverages.ts';
import { groupTimeBand } from '../src/stats/panel/groupTimeBand.ts';
import { groupTimeEffects, type GroupTimeOptions } from '../src/stats/panel/groupTimeEffects.ts';
import type { StaggeredPanel } from '../src/stats/panel/staggeredPanel.ts';
import { twoWayFixedEffects } from '../src/stats/panel/twoWayFixedEffects.ts';
import { readMpdta, skipWithoutMpdta } from '../test/mpdta.ts';
import { readProp99, skipWithoutProp99 } from '../test/prop99.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
if (skipWithoutMpdta || skipWithoutProp99) {
  console.error(`${skipWithoutMpdta || skipWithoutProp99}; nothing is measured.`);
  process.exit(1);
}

function measure(what: string, run: () => unknown, peer?: number): void {
  const milliseconds = Array.from({ length: Number(values.runs) }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  const median = milliseconds.toSorted((a, b) => a - b)[Math.floor(milliseconds.length / 2)] ?? Number.NaN;
  const beside =
    peer === undefined
      ? ''
      : `, R ${(1000 * peer).toFixed(0)} ms, ratio ${(median / 1000 / peer).toFixed(2)}`;
  console.log(
    `  ${what.padEnd(58)} ${median.toFixed(1).padStart(7)} ms (first ${milliseconds[0]?.toFixed(1)})${beside}`,
  );
}

function estimateAll(panel: StaggeredPanel, options: GroupTimeOptions) {
  const fit = groupTimeEffects(panel, options);
  if (!fit.ok) throw new Error(fit.reason);
  return { fit, averages: groupTimeAverages(fit) };
}

/** Districts in a state that join in six years, by a linear generator: levels, trends, four covariates. */
function stateOf(units: number, times: number): StaggeredPanel {
  let x = 1;
  const next = () => {
    x = (16807 * x) % 2147483647;
    return x / 2147483647;
  };
  const covariates = Array.from({ length: units }, () => [next(), next(), next(), next()]);
  const firstTreated = covariates.map(([share]) =>
    (share ?? 0) + next() < 0.8 ? 6 + Math.floor(6 * next()) : null,
  );
  const outcomes = Float64Array.from(
    { length: units * times },
    (_, k) => 700 + (k % times) * next() + 10 * next(),
  );
  return { units, times, outcomes, firstTreated, covariates };
}

console.log(
  `${cpus().length} cores (${cpus()[0]?.model.trim()}), load before ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
);
const { covariates, ...bare } = readMpdta();
const answers = JSON.parse(readFileSync('../shared/reference/numerics/did_fixest.json', 'utf8')) as Record<
  string,
  { readonly sec: number }
>;
console.log('mpdta, 500 counties x 5 years, 12 effects, 4 averages, pre-test');
for (const [theirs, comparison] of [
  ['nevertreated', 'never treated'],
  ['notyettreated', 'not yet treated'],
] as const)
  for (const [short, method] of [
    ['dr', 'doubly robust'],
    ['reg', 'regression'],
    ['ipw', 'inverse probability'],
  ] as const)
    for (const formula of ['~1', '~lpop'])
      measure(
        `${theirs} ${short} ${formula}`,
        () => estimateAll(formula === '~1' ? bare : { ...bare, covariates }, { comparison, method }),
        answers[`${theirs} ${short} ${formula}`]?.sec,
      );
measure('two-way fixed effects', () => twoWayFixedEffects(bare));
const { averages } = estimateAll({ ...bare, covariates }, {});
measure('band of 7 exposures, 1,000 multiplier draws', () => groupTimeBand(averages.dynamic.byExposure));
console.log('a state');
const state = stateOf(1000, 20);
measure('1,000 x 20, 6 groups, 4 covariates, doubly robust', () => estimateAll(state, {}));
measure('1,000 x 20, 6 groups, no covariate', () => estimateAll({ ...state, covariates: undefined }, {}));
console.log('event studies');
const { panel } = readProp99();
measure('Proposition 99, 38 placebos', () => eventStudy(panel));
for (const method of ['sdid', 'sc'] as const) {
  const effect = estimateEffect(panel, { method });
  if (!effect.ok) throw new Error(effect.reason);
  measure(`Proposition 99, 38 placebos fitted, ${method}`, () => eventStudyOfEffect(panel, effect));
}
const block = { units: 1000, times: 20, outcomes: state.outcomes, treated: [3, 500], firstTreated: 12 };
measure('1,000 x 20, 2 treated, 1,000 placebos drawn', () => eventStudy(block));
measure('100 x 20, 2 treated, all 4,753 placebos', () =>
  eventStudy({ ...block, units: 100, treated: [3, 50], outcomes: state.outcomes.subarray(0, 2000) }),
);
console.log(`load after ${loadavg()[0]?.toFixed(1)}`);
