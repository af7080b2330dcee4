import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startPostgresql } from './postgresql.ts';

const named = process.env.TANDEM_TEST_POSTGRESQL;
delete process.env.TANDEM_TEST_POSTGRESQL;

function folderOf(url: string): string {
  return new URL(url).searchParams.get('host') ?? '';
}

test('a throw-away cluster of version 15 or newer answers, only its owner may enter, and it is gone after stop', async () => {
  const { url, version, stop } = await startPostgresql();
  assert.ok(Number.parseInt(version, 10) >= 15, version);
  assert.equal(statSync(folderOf(url)).mode & 0o777, 0o700);
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(
    "select current_setting('listen_addresses') as addresses, current_setting('fsync') as fsync, lower('É') as small",
  );
  assert.deepEqual(rows, [{ addresses: '', fsync: 'off', small: 'é' }]);
  await client.end();
  await stop();
  assert.ok(!existsSync(folderOf(url)));
});

test('a cluster whose process is killed outright is gone within 5 seconds', async () => {
  const start = `const { startPostgresql } = await import('${new URL('./postgresql.ts', import.meta.url).href}');
    console.log((await startPostgresql()).url); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', start], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [printed] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
  const folder = folderOf(printed.trim());
  assert.ok(existsSync(folder));
  child.kill('SIGKILL');
  for (let tries = 0; tries < 50 && existsSync(folder); tries += 1) await sleep(100);
  assert.ok(!existsSync(folder));
});

test('a named PostgreSQL that does not answer is a sentence, not another cluster', async () => {
  process.env.TANDEM_TEST_POSTGRESQL = 'postgresql://postgres@localhost:1/postgres';
  await assert.rejects(startPostgresql(), /TANDEM_TEST_POSTGRESQL is set, but connecting failed/);
});

test('a named PostgreSQL is used as it is', async (t) => {
  if (!named) return t.skip('TANDEM_TEST_POSTGRESQL is set only by `npm test`');
  process.env.TANDEM_TEST_POSTGRESQL = named;
  assert.equal((await startPostgresql()).url, named);
});
