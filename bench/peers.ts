/**
 * How long it takes to find the nearest of 10,000 units by 12 factors: the whole command, reading included, and its
 * parts in one process. The profile is made up with a fixed seed.
 * Usage: node launch.mjs bench/peers.ts [--units 10000] [--runs 5]
 */
import { cpus, loadavg } from 'node:os';
import { Readable } from 'node:stream';
import { parseArgs } from 'node:util';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { peersCommand } from '../src/commands/peers.ts';
import { readProfile } from '../src/commands/readProfile.ts';
import { caliperOf } from '../src/stats/caliperOf.ts';
import { nearestWithin } from '../src/stats/nearestWithin.ts';
import { profileSpace } from '../src/stats/profileSpace.ts';

const { values } = parseArgs({
  options: { units: { type: 'string', default: '10000' }, runs: { type: 'string', default: '5' } },
});
const units = Number(values.units);
const factors = 12;
const goalMs = 2000;

function madeUpProfile(): string {
  const random = xoroshiro128plus(2008);
  const cell = () => (uniformInt(random, 0, 1_000_000) / 10_000).toFixed(4);
  const header = `unit,${Array.from({ length: factors }, (_, i) => `factor_${i}`).join(',')}`;
  const rows = Array.from({ length: units }, (_, i) => {
    const all = Array.from({ length: factors }, cell);
    return `unit ${i},${all.join(',')}`;
  });
  return [header, ...rows].join('\n');
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

async function time(what: string, work: () => unknown): Promise<void> {
  const times: number[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  const each = times.map((one) => one.toFixed(0)).join(', ');
  console.log(`${what.padEnd(44)}${median(times).toFixed(0).padStart(7)} ms   (${each})`);
}

const text = madeUpProfile();
console.log(
  `${units.toLocaleString('en')} units x ${factors} factors; Node ${process.versions.node}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; goal ${goalMs} ms\n`,
);
const silent = { write: () => true };
await time('tandem peers, reading included', () =>
  peersCommand(['-', '--id', 'unit 77', '--json'], {
    stdout: silent,
    stderr: silent,
    stdin: Readable.from([text]),
  }),
);
const profile = readProfile(text, 'made up', undefined);
if (!('table' in profile)) throw new Error('the made-up profile has findings');
await time('reading', () => readProfile(text, 'made up', undefined));
await time('space: covariance, shrinkage, whitening', () => profileSpace(profile.table));
const space = profileSpace(profile.table);
if (!space.ok) throw new Error(space.reason);
await time('caliper: distances of two million pairs', () => caliperOf(space));
await time('the 15 nearest of one unit', () => nearestWithin(space, 77, 15, Infinity));
