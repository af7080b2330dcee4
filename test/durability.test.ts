import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openStore } from '../src/hub/store/openStore.ts';
import { Refusal } from '../src/vocabulary/refusal.ts';

const kills = 6;

type Writer = {
  readonly child: ChildProcess;
  readonly lines: () => string[];
  readonly ended: Promise<unknown>;
};

function startWriter(folder: string, prefix: string): Writer {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', 'test/durabilityWriter.ts', folder, prefix],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  // A line without its end was cut by the kill: it acknowledges nothing.
  return { child, lines: () => text.split('\n').slice(0, -1), ended: once(child, 'close') };
}

async function writeAtLeast(writer: Writer, lines: number): Promise<void> {
  while (writer.lines().length < lines) {
    assert.equal(writer.child.exitCode, null, 'the writer ended by itself');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('the embedded store under kill -9', () => {
  let folder = '';
  const acknowledged: string[] = [];
  const writers: Writer[] = [];
  const write = (prefix: string): Writer => {
    const writer = startWriter(folder, prefix);
    writers.push(writer);
    return writer;
  };
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tandem-kill-'));
    await (await openStore({ folder }, new Date())).close();
  });
  after(async () => {
    for (const { child } of writers) child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  test(`loses no acknowledged write in ${kills} kills, each in the middle of writing`, async () => {
    for (let kill = 0; kill < kills; kill++) {
      const writer = write(`kill${kill}`);
      await writeAtLeast(writer, 20 + 17 * kill);
      writer.child.kill('SIGKILL');
      await writer.ended;
      assert.equal(writer.child.signalCode, 'SIGKILL');
      acknowledged.push(...writer.lines().filter((line) => line !== 'open'));
    }
    const database = await openStore({ folder }, new Date());
    const rows = await database.transaction((connection) =>
      connection.query('select subject, body from mail'),
    );
    await database.close();
    const kept = new Set(rows.map((row) => row.subject));
    assert.ok(acknowledged.length >= kills * 20, `${acknowledged.length} writes`);
    assert.deepEqual(
      acknowledged.filter((id) => !kept.has(id)),
      [],
    );
    assert.ok(rows.every((row) => row.body === 'x'.repeat(500)));
    assert.ok(
      kept.size - acknowledged.length <= kills,
      `${kept.size} rows for ${acknowledged.length} acknowledgements: at most one a kill may be unheard`,
    );
  });

  test('refuses a second process by a sentence that names the first, and is free once that is killed', async () => {
    const writer = write('first');
    await writeAtLeast(writer, 1);
    await assert.rejects(openStore({ folder }, new Date()), (error) => {
      assert.ok(error instanceof Refusal);
      assert.equal(
        error.message,
        `The store in ${folder} is in use by another Tandem process (process ${writer.child.pid}). Stop that one first, or choose another folder with --data.`,
      );
      return true;
    });
    const lines = writer.lines().length;
    await writeAtLeast(writer, lines + 5);
    writer.child.kill('SIGKILL');
    await writer.ended;
    const database = await openStore({ folder }, new Date());
    await assert.rejects(openStore({ folder }, new Date()), Refusal, 'this very process holds it now');
    await database.close();
    await (await openStore({ folder }, new Date())).close();
  });
});
