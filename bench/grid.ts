/**
 * The needs x strengths grid of Fresno and Long Beach from the statewide outcomes and pupil counts, on the embedded
 * store: uncached (the first read after the store was opened), then page by page over HTTP, and what the expectations
 * add to a load.
 * Usage: node launch.mjs bench/grid.ts [--requests 50]
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { selectDistrict } from '../src/hub/evidence/evidence.store.ts';
import { makeRollUps } from '../src/hub/loading/rollUps.store.ts';
import { readGrids, readYardstick } from '../src/hub/matching/gridReading.store.ts';
import { makeExpectations } from '../src/hub/matching/makeExpectations.store.ts';
import { makeSimilarDistricts } from '../src/hub/matching/makeSimilarDistricts.store.ts';
import { openStore } from '../src/hub/store/openStore.ts';
import { asOperator, asVisitor } from '../src/hub/store/view.ts';
import { startHubForBench } from './hubForBench.ts';

const { values } = parseArgs({ options: { requests: { type: 'string', default: '50' } } });
const requests = Number(values.requests);
const goalMs = 2000;
const folder = '../shared/data/california';
const files = [
  `${folder}/outcomes-2023-2025/district_observations.csv.gz`,
  `${folder}/upc/upc_lea_2018-19_to_2023-24.csv`,
];
const missing = files.filter((file) => !existsSync(file));
if (missing.length > 0) {
  console.error(`${missing.join(' and ')} not there: nothing is measured.`);
  process.exit(1);
}
const parties = ['10621660000000', '19647250000000'];
const pages = [
  '/matching',
  `/matching/districts/${parties[0]}?show=all`,
  `/matching/districts/${parties[0]}/similar`,
  '/matching/cells/math_dfs/EL',
];

async function timed<T>(run: () => Promise<T>): Promise<[ms: number, answer: T]> {
  const start = performance.now();
  const answer = await run();
  return [performance.now() - start, answer];
}

/** Opens the store anew, so that nothing is warm, and reads both grids once. */
async function timeUncached(store: string): Promise<void> {
  const database = await openStore({ folder: store }, new Date());
  try {
    const [ms, cells] = await timed(() =>
      asVisitor(database, null, async (view) => {
        const ids = [];
        for (const cds of parties) ids.push((await selectDistrict(view, cds))?.districtId ?? '');
        const grids = await readGrids(view, ids, await readYardstick(view));
        return grids.reduce((sum, grid) => sum + grid.cells.length, 0);
      }),
    );
    console.log(
      `both grids, uncached: ${ms.toFixed(0)} ms for ${cells} cells (goal ${goalMs} ms${ms > goalMs ? ', over it' : ''})`,
    );
    const [all] = await timed(() => makeRollUps(database));
    await asOperator(database, async (view) => {
      const [similar, { profiles, space }] = await timed(() => makeSimilarDistricts(view));
      if (!space) throw new Error('no district was compared');
      const [expectations, count] = await timed(() => makeExpectations(view, profiles, space));
      console.log(
        `after a load: ${(all / 1000).toFixed(1)} s of roll-ups, of which ${(similar / 1000).toFixed(1)} s profiles and similar districts, ${(expectations / 1000).toFixed(1)} s for ${count} expectations`,
      );
    });
  } finally {
    await database.close();
  }
}

async function timePages(store: string): Promise<void> {
  const hub = await startHubForBench(store, files);
  try {
    console.log(`${requests} requests in turn for each page after the first\n`);
    console.log(
      `${'page'.padEnd(50)}${['first ms', 'median ms', 'slowest ms'].map((head) => head.padStart(11)).join('')}`,
    );
    for (const path of pages) {
      const [first] = await timed(() => hub.get(hub.home + path));
      const times: number[] = [];
      for (let i = 0; i < requests; i++) times.push((await timed(() => hub.get(hub.home + path)))[0]);
      times.sort((a, b) => a - b);
      const shown = [first, times[Math.floor(times.length / 2)], times.at(-1)];
      console.log(
        `${path.padEnd(50)}${shown.map((ms) => (ms ?? Number.NaN).toFixed(1).padStart(11)).join('')}`,
      );
    }
  } finally {
    await hub.close();
  }
}

const store = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
try {
  console.log(
    `Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model.trim()}), embedded store`,
  );
  await timePages(store);
  console.log('');
  await timeUncached(store);
  console.log(`load of the machine in the last minute: ${loadavg()[0]?.toFixed(1)}`);
} finally {
  rmSync(store, { recursive: true, force: true });
}
