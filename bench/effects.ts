/**
 * How long estimates of an effect take: one fit, a fit with all its placebos, a large panel, a bootstrap;
 * each the median of the runs in one process after a first that is told apart, beside the R package synthdid
 * 0.0.9 where its time is known (numerics.md, section B1: CPU seconds on two cores like these). Usage: node
 * launch.mjs bench/effects.ts [--runs 5]
 */
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { bootstrapError } from '../src/stats/panel/bootstrapError.ts';
import type { Effect, PanelMethod, WeightSolver } from '../src/stats/panel/effect.ts';
import { estimateEffect } from '../src/stats/panel/estimateEffect.ts';
import type { Panel } from '../src/stats/panel/panel.ts';
import { placeboEffects } from '../src/stats/panel/placeboEffects.ts';
import { panelOfStates, readProp99, skipWithoutProp99 } from '../test/prop99.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);
if (skipWithoutProp99) {
  console.error(skipWithoutProp99);
  process.exit(1);
}

/** Levels, a trend, two factors and noise for as many districts; the first two are treated from time 15. */
function largePanel(units: number, times: number): Panel {
  const random = xoroshiro128plus(1);
  const draw = () => 2 * (uniformFloat64(random) + uniformFloat64(random) + uniformFloat64(random)) - 3;
  const factors = Array.from({ length: times }, () => [draw(), draw()] as const);
  const outcomes = new Float64Array(units * times);
  for (let row = 0; row < units; row++) {
    const [level, first, second] = [700 + 60 * draw(), 8 * draw(), 5 * draw()];
    for (const [t, [one, other]] of factors.entries())
      outcomes[row * times + t] = level + 4 * t + first * one + second * other + 6 * draw();
  }
  return { units, times, outcomes, treated: [0, 1], firstTreated: 15 };
}

function fit(panel: Panel, method: PanelMethod, solver: WeightSolver = 'exact'): Effect {
  const effect = estimateEffect(panel, { method, solver });
  if (!effect.ok) throw new Error(effect.reason);
  return effect;
}

type Timing = {
  readonly what: string;
  readonly run: () => unknown;
  readonly goalMs?: number;
  readonly peerMs?: number;
};

function measure({ what, run, goalMs, peerMs }: Timing): void {
  const times = Array.from({ length: 1 + runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  const [first = Number.NaN, ...later] = times;
  const median = later.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? Number.NaN;
  const goal = goalMs === undefined ? '' : `${goalMs}${median > goalMs ? ' missed' : ''}`;
  const ratio = peerMs === undefined ? '' : `${Math.round(peerMs)} = ${Math.round(peerMs / median)} x`;
  const shown = [median.toFixed(2), first.toFixed(2), goal].map((text) => text.padStart(11));
  console.log(`${what.padEnd(56)}${shown.join('')}${ratio.padStart(22)}`);
}

const prop99 = readProp99();
const three = panelOfStates(prop99, prop99.states, ['Alabama', 'California', 'Nevada']);
const large = largePanel(1000, 20);
const withPlacebos = (method: PanelMethod) => () => placeboEffects(prop99.panel, fit(prop99.panel, method));
const draws = (method: PanelMethod) => () =>
  bootstrapError(three, fit(three, method), { replications: 1000, seed: 1 });

console.log(
  `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), ${runs} runs\n`,
);
console.log(
  `${''.padEnd(56)}${['median ms', 'first ms', 'goal ms'].map((head) => head.padStart(11)).join('')}${'R ms'.padStart(22)}`,
);
const timings: readonly Timing[] = [
  {
    what: 'Proposition 99, sdid with all 38 placebos',
    run: withPlacebos('sdid'),
    goalMs: 50,
    peerMs: 32_000,
  },
  { what: 'Proposition 99, sc with all 38 placebos', run: withPlacebos('sc'), goalMs: 50, peerMs: 42_500 },
  { what: 'Proposition 99, did with all 38 placebos', run: withPlacebos('did'), goalMs: 50 },
  { what: 'Proposition 99, sdid', run: () => fit(prop99.panel, 'sdid'), peerMs: 219 },
  { what: 'Proposition 99, sc', run: () => fit(prop99.panel, 'sc'), peerMs: 223 },
  {
    what: 'Proposition 99, sdid by frank-wolfe',
    run: () => fit(prop99.panel, 'sdid', 'frank-wolfe'),
    peerMs: 219,
  },
  {
    what: '1,000 units x 20 times, 2 treated, sdid',
    run: () => fit(large, 'sdid'),
    goalMs: 150,
    peerMs: 1620,
  },
  { what: '1,000 units x 20 times, 2 treated, sc', run: () => fit(large, 'sc'), goalMs: 150, peerMs: 1330 },
  {
    what: '39 states, 3 treated, sdid, 1,000 bootstrap draws',
    run: draws('sdid'),
    goalMs: 1000,
    peerMs: 219_000,
  },
  {
    what: '39 states, 3 treated, sc, 1,000 bootstrap draws',
    run: draws('sc'),
    goalMs: 1000,
    peerMs: 223_000,
  },
];
for (const timing of timings) measure(timing);
console.log(`
R: synthdid's placebos are 200 draws and its bootstrap is reckoned as 1,000 of its fits.`);
console.log(`load of the machine in the last minute: ${loadavg()[0]?.toFixed(1)}`);
