/**
 * How long the vault's pages take to answer, at rest and while a whole district is loaded and measured through them: the
 * extracts of a generated district are handed in as one form, and pages are asked for all the while, one at a time.
 * Usage: node launch.mjs bench/vaultPages.ts [--students 20000] [--years 5]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { allExtracts } from '../sample/students/extracts/allExtracts.ts';
import { extractText } from '../sample/students/extracts/extractFile.ts';
import { gatherDistrict } from '../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../sample/students/studentDistrict.ts';
import { vaultPages } from '../src/vault/pages/vaultPages.ts';
import { serveVault } from '../src/vault/serve/serveVault.ts';
import { openTestVault } from '../test/vault/openTestVault.ts';

const { values } = parseArgs({
  options: { students: { type: 'string', default: '20000' }, years: { type: 'string', default: '5' } },
});
const [students, years] = [Number(values.students), Number(values.years)];
const district = fresnoLike({ seed: 31, students, firstYear: 2027 - years, lastYear: 2026 });
const files: [Blob, string][] = [];
let bytes = 0;
for (const file of allExtracts(gatherDistrict(district))) {
  const text = new Blob([extractText(file)]);
  bytes += text.size;
  if (file.rows.length > 0) files.push([text, file.name]);
}
const folder = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
const vault = await openTestVault({ cds: district.cds, name: district.name });
let stop = (): void => undefined;
const stopped = new Promise<void>((resolve) => {
  stop = resolve;
});
const link = await new Promise<string>((resolve) => {
  void serveVault({
    use: (work) => work(vault),
    folder,
    port: 0,
    idleMinutes: 30,
    routes: vaultPages,
    now: () => new Date(),
    started: (at) => setImmediate(() => resolve(at.link)),
    ended: () => undefined,
    stopped,
    log: (line) => console.error(line),
  });
});
const { origin } = new URL(link);
const cookie = (await fetch(link)).headers.get('set-cookie')?.split(';')[0] ?? '';
const get = async (path: string) => (await fetch(origin + path, { headers: { cookie } })).text();
const csrf = /name="csrf" value="([^"]+)"/.exec(await get('/load'))?.[1] ?? '';
console.log(
  `${students} students, ${years} years; ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)}; milliseconds`,
);

const form = new FormData();
form.append('csrf', csrf);
for (const [text, name] of files) form.append('files', text, name);
await whileItRuns(`${(bytes / 1e6).toFixed(0)} MB taken in and loaded`, '/load', form, '/');
await whileItRuns('measured', '/measures/compute', new URLSearchParams({ csrf }), '/findings');
for (const path of [
  '/',
  '/findings',
  '/measures',
  '/measures/math_dfs',
  '/measures/math_dfs/counts.csv?school=every',
]) {
  const times: number[] = [];
  for (let i = 0; i < 5; i++) times.push((await timed(() => get(path))).ms);
  console.log(`  ${path}: ${Math.round(middle(times))}`);
}
stop();
await vault.close();
rmSync(folder, { recursive: true });

/** Orders work by a form and asks for a page again and again until it has ended. */
async function whileItRuns(what: string, path: string, body: FormData | URLSearchParams, page: string) {
  const began = performance.now();
  const headers = { cookie, origin, 'sec-fetch-site': 'same-origin' };
  const taken = await fetch(origin + path, { method: 'POST', body, headers });
  const work = new URL(taken.url).pathname;
  await taken.text();
  const times: number[] = [];
  while ((await get(work)).includes('data-refresh')) {
    times.push((await timed(() => get(page))).ms);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0);
  console.log(
    `  ${what}: ${Math.round(performance.now() - began)}; ${page} meanwhile: median ${at(0.5)}, of twenty the slowest ${at(0.95)}, at worst ${Math.round(times.at(-1) ?? 0)} (${times.length} times)`,
  );
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly answer: T }> {
  const began = performance.now();
  const answer = await work();
  return { ms: performance.now() - began, answer };
}

function middle(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
