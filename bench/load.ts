/**
 * How long a public file takes to load, against a bare COPY of the very same rows, rendered beforehand, into a table
 * of the same shape (key, checks and foreign keys) in the same run; and how much memory the program holds while it
 * loads. The district file goes into an embedded store, the school file into PostgreSQL (TANDEM_TEST_POSTGRESQL).
 * Usage: node launch.mjs bench/load.ts [--runs 3] [--only embedded|postgresql]
 */
import { createReadStream, createWriteStream, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileSource } from '../src/layouts/fileSource.ts';
import { layouts } from '../src/layouts/layouts.ts';
import { loadFile } from '../src/hub/loading/loadFile.store.ts';
import type { Database } from '../src/hub/store/database.ts';
import { openStore } from '../src/hub/store/openStore.ts';
import { openEmptyStore } from '../test/engines.ts';
import { renderCopyText } from './renderCopyText.ts';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '3' }, only: { type: 'string' } },
});
const folder = '../shared/data/california/outcomes-2023-2025';
const districtFile = `${folder}/district_observations.csv.gz`;
const schoolFile = `${folder}/school_observations.csv.gz`;
if (!existsSync(districtFile)) {
  console.error(`The public files are not in ${folder}: nothing is measured.`);
  process.exit(1);
}

type Measured = { readonly rows: number; readonly seconds: number; readonly memory: readonly number[] };

/** Loads a file; `memory` is the most megabytes held in each quarter of its rows. */
async function timeLoad(database: Database, path: string, expected: number): Promise<Measured> {
  const memory = [0, 0, 0, 0];
  const start = performance.now();
  const report = await loadFile(database, fileSource(path), {
    layouts,
    at: new Date(),
    onProgress: (rows) => {
      const quarter = Math.min(3, Math.floor((4 * rows) / expected));
      memory[quarter] = Math.max(memory[quarter] ?? 0, process.memoryUsage.rss() / 1e6);
    },
  });
  const seconds = (performance.now() - start) / 1000;
  if (report.outcome !== 'loaded')
    throw new Error(`${path}: ${report.outcome} ${report.findings[0]?.message ?? ''}`);
  return { rows: report.rows, seconds, memory };
}

/** Copies rendered rows into a table of the same shape as `cell`; seconds. */
async function timeBareCopy(database: Database, textFile: string): Promise<number> {
  return database.transaction(async (connection) => {
    await connection.query('set local statement_timeout = 0');
    await connection.query('create table bare_cell (like cell including all)');
    await connection.query('alter table bare_cell add foreign key (district_id) references district');
    await connection.query('alter table bare_cell add foreign key (source_id) references source');
    const start = performance.now();
    await connection.copyIn('copy bare_cell from stdin', wholeLines(textFile));
    const seconds = (performance.now() - start) / 1000;
    await connection.query('drop table bare_cell');
    return seconds;
  });
}

async function* wholeLines(path: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(path, { encoding: 'latin1', highWaterMark: 3 << 20 })) {
    const text = rest + String(chunk);
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    yield text.slice(0, end);
  }
}

async function writeCopyText(database: Database, path: string, into: string): Promise<number> {
  const file = createWriteStream(into, { encoding: 'latin1' });
  let rows = 0;
  for await (const piece of renderCopyText(database, path)) {
    rows += piece.rows;
    if (!file.write(piece.text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return rows;
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}

function tell(what: string, loads: readonly Measured[], bare: readonly number[]): void {
  const rows = loads[0]?.rows ?? 0;
  const [load, copy] = [median(loads.map(({ seconds }) => seconds)), median(bare)];
  const each = (numbers: readonly number[]) => numbers.map((one) => one.toFixed(1)).join(', ');
  console.log(what);
  console.log(
    `  load       ${load.toFixed(1)} s for ${rows.toLocaleString('en')} rows, ${Math.round(rows / load).toLocaleString('en')} rows/s (runs: ${each(loads.map(({ seconds }) => seconds))})`,
  );
  console.log(
    `  bare COPY  ${copy.toFixed(1)} s, ${Math.round(rows / copy).toLocaleString('en')} rows/s (runs: ${each(bare)})`,
  );
  console.log(`  ratio      ${(load / copy).toFixed(2)}`);
  const quarters = loads.at(-1)?.memory ?? [];
  console.log(
    `  memory     at most ${quarters.map((one) => Math.round(one)).join(', ')} MB in the four quarters of the rows`,
  );
}

async function compare(
  open: () => Promise<Database>,
  before: readonly string[],
  path: string,
  expected: number,
  runs: number,
  what: string,
): Promise<void> {
  const loads: Measured[] = [];
  const bare: number[] = [];
  const scratch = mkdtempSync(join(tmpdir(), 'tandem-bench-text-'));
  try {
    for (let run = 0; run < runs; run++) {
      const database = await open();
      try {
        for (const earlier of before) await timeLoad(database, earlier, expected);
        loads.push(await timeLoad(database, path, expected));
        const text = join(scratch, 'cells.txt');
        const rendered = await writeCopyText(database, path, text);
        if (rendered !== loads[0]?.rows) throw new Error(`${rendered} rows were rendered`);
        bare.push(await timeBareCopy(database, text));
      } finally {
        await database.close();
      }
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  tell(what, loads, bare);
}

console.log(
  `${cpus().length} cores (${cpus()[0]?.model.trim()}), load before ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
);
if (values.only !== 'postgresql') {
  const stores = mkdtempSync(join(tmpdir(), 'tandem-bench-'));
  let number = 0;
  const open = () => openStore({ folder: join(stores, String(++number)) }, new Date());
  try {
    await compare(
      open,
      [],
      districtFile,
      363_595,
      Number(values.runs),
      'district file into an embedded store',
    );
  } finally {
    rmSync(stores, { recursive: true, force: true });
  }
}
if (values.only !== 'embedded') {
  if (process.env.TANDEM_TEST_POSTGRESQL) {
    const open = () => openEmptyStore('postgresql');
    await compare(
      open,
      [districtFile],
      schoolFile,
      2_541_510,
      1,
      'school file into PostgreSQL, the district file loaded before',
    );
  } else console.log('TANDEM_TEST_POSTGRESQL is not set: PostgreSQL is not measured');
}
console.log(`load after ${loadavg()[0]?.toFixed(1)}`);
