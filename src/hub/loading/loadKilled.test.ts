import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { openEmptyStore } from '../../../test/engines.ts';
import type { Database } from '../store/database.ts';
import { openStore, type StoreAddress } from '../store/openStore.ts';
import { layouts } from '../../layouts/layouts.ts';
import { loadFile } from './loadFile.store.ts';

const header =
  'level,cds,name,school_year,metric,subgroup,value,numerator,denominator,reliability,source_dataset';

/** Thirty thousand rows: two pieces of COPY text. */
function thirtyThousand() {
  return {
    name: 'district.csv',
    async *open() {
      yield `${header}\n`;
      for (let i = 0; i < 30; i++) {
        const rows = Array.from({ length: 1000 }, (_, j) => {
          const cds = `10${20_000 + i * 1000 + j}0000000`;
          return `district,${cds},District,2023-24,suspension_rate,all,50,10,20,small-sample,cde_suspension_2023_24\n`;
        });
        yield rows.join('');
      }
    },
  };
}

/** Loads in a process of its own, which hangs behind the 30,000th row until it is killed. */
async function loadAndKill(address: StoreAddress): Promise<void> {
  const script = `
    import { openStore } from '${new URL('../store/openStore.ts', import.meta.url)}';
    import { layouts } from '${new URL('../../layouts/layouts.ts', import.meta.url)}';
    import { loadFile } from '${new URL('./loadFile.store.ts', import.meta.url)}';
    ${thirtyThousand.toString()}
    const header = ${JSON.stringify(header)};
    const database = await openStore(${JSON.stringify(address)}, new Date());
    let opened = 0;
    const forever = () => new Promise(() => setInterval(() => {}, 1000));
    const source = thirtyThousand();
    const hanging = { name: source.name, async *open() {
      yield* source.open();
      opened += 1;
      if (opened === 2) { console.log('read'); await forever(); }
    } };
    await loadFile(database, hanging, { layouts, at: new Date() });
    console.log('ended');
  `;
  const folder = mkdtempSync(join(tmpdir(), 'tandem-hanging-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'load.mjs');
  writeFileSync(path, script);
  const child = spawn(process.execPath, [path], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes('read')) child.kill('SIGKILL');
  }
  assert.equal(said.trim(), 'read', 'the load was killed before its end');
}

async function rowsOf(database: Database): Promise<unknown> {
  const [row] = await database.transaction((connection) =>
    connection.query(
      'select (select count(*) from cell) as cells, (select count(*) from district) as districts, (select count(*) from loaded_file) as files',
    ),
  );
  return row;
}

async function assertNothingThenLoads(database: Database): Promise<void> {
  assert.deepEqual(await rowsOf(database), { cells: 0, districts: 0, files: 0 });
  const report = await loadFile(database, thirtyThousand(), { layouts, at: new Date() });
  assert.deepEqual([report.outcome, report.cells], ['loaded', 30_000]);
  assert.deepEqual(await rowsOf(database), { cells: 30_000, districts: 30_000, files: 1 });
}

test('a load killed behind its 30,000th row leaves nothing in the embedded store, which then loads the file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-killed-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  await loadAndKill({ folder });
  const database = await openStore({ folder }, new Date());
  try {
    await assertNothingThenLoads(database);
  } finally {
    await database.close();
  }
});

test('a load killed behind its 30,000th row leaves nothing in PostgreSQL, which then loads the file', async () => {
  const database = await openEmptyStore('postgresql');
  try {
    const [here] = await database.transaction((connection) =>
      connection.query('select current_database() as name'),
    );
    const url = new URL(process.env.TANDEM_TEST_POSTGRESQL ?? '');
    url.pathname = `/${here?.name}`;
    await loadAndKill({ databaseUrl: url.href });
    await assertNothingThenLoads(database);
  } finally {
    await database.close();
  }
});
