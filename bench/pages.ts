/**
 * How long each page takes over HTTP, on the embedded store with the sample partnership and the full public district
 * file loaded: requests in turn from the same process, after 5 that are not counted.
 * Usage: node launch.mjs bench/pages.ts [--requests 200] [--only PART-OF-A-PATH]
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type HubForBench, startHubForBench } from './hubForBench.ts';

const { values } = parseArgs({
  options: { requests: { type: 'string', default: '200' }, only: { type: 'string', default: '' } },
});
const requests = Number(values.requests);
const warmUps = 5;
const goalMs = 50;
const file = '../shared/data/california/outcomes-2023-2025/district_observations.csv.gz';
if (!existsSync(file)) {
  console.error(`The public district file is not at ${file}: nothing is measured.`);
  process.exit(1);
}

/** Every page of a coordinator that shows figures or people. */
async function pathsOf({ home, get }: HubForBench): Promise<string[]> {
  const benchmark = /\/benchmarks\/[0-9a-f-]{36}/.exec(await get(`${home}/benchmarks`))?.[0] ?? '';
  const fresno = '10621660000000';
  const own = [
    '',
    '/benchmarks',
    benchmark,
    `${benchmark}/districts/${fresno}/targets`,
    '/benchmarks/new?measure=suspension&group=EL',
    '/measures',
    '/measures/math_dfs?group=EL',
    '/measures/suspension',
    '/districts',
    '/districts?name=unified',
    `/districts/${fresno}`,
    `/districts/${fresno}/enrolment/2025/EL`,
    `/figures/${fresno}/math_dfs/2025/EL/all`,
    '/fact-sheet',
    '/people',
    '/history',
  ];
  return [...own.map((path) => home + path), '/account', '/sign-in'].filter((path) =>
    path.includes(values.only),
  );
}

type Timed = { readonly path: string; readonly times: readonly number[]; readonly bytes: number };

async function timePage(hub: HubForBench, path: string): Promise<Timed> {
  const times: number[] = [];
  let bytes = 0;
  for (let i = 0; i < warmUps + requests; i++) {
    const start = performance.now();
    const text = await hub.get(path);
    if (i >= warmUps) times.push(performance.now() - start);
    bytes = Buffer.byteLength(text);
  }
  return { path, times: times.sort((a, b) => a - b), bytes };
}

/** The value below which a share of the sorted times lies: the nearest rank. */
function rankOf(times: readonly number[], share: number): number {
  return times[Math.max(0, Math.ceil(share * times.length) - 1)] ?? Number.NaN;
}

function line({ path, times, bytes }: Timed, home: string): string {
  const [median, high, slowest] = [0.5, 0.95, 1].map((share) => rankOf(times, share));
  const shown = [median, high, slowest].map((ms) => (ms ?? Number.NaN).toFixed(1).padStart(11));
  const name = (path.replace(home, '') || '(at a glance)').replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, 'ID');
  return `${name.padEnd(50)}${shown.join('')}${String(bytes).padStart(10)}${(median ?? 0) > goalMs ? '  over the goal' : ''}`;
}

const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
try {
  const hub = await startHubForBench(folder, [file]);
  try {
    console.log(
      `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), embedded store`,
    );
    console.log(`${requests} requests in turn for each page; the goal is ${goalMs} ms at the median\n`);
    const heads = ['median ms', '95 % ms', 'slowest ms'].map((head) => head.padStart(11));
    console.log(`${'page'.padEnd(50)}${heads.join('')}${'bytes'.padStart(10)}`);
    for (const path of await pathsOf(hub)) console.log(line(await timePage(hub, path), hub.home));
    console.log(`\nload of the machine in the last minute: ${loadavg()[0]?.toFixed(1)}`);
  } finally {
    await hub.close();
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
