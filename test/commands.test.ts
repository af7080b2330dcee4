import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openStore } from '../src/hub/store/openStore.ts';
import { runTandem } from '../src/main.ts';

type Said = { readonly exit: number; readonly out: string; readonly err: string };

/** Runs a command in this process. */
async function run(...args: string[]): Promise<Said> {
  let [out, err] = ['', ''];
  const exit = await runTandem(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { exit, out, err };
}

const commands = [
  'start',
  'evidence',
  'partnership',
  'dashboard',
  'peers',
  'estimate',
  'protect',
  'audit',
  'vault',
  'backup',
  'restore',
  'doctor',
];

test('help names every command, and each command explains itself', async () => {
  const help = await run('--help');
  assert.equal(help.exit, 0);
  for (const name of commands) {
    assert.match(help.out, new RegExp(`^  ${name} `, 'm'));
    const own = await run(name, '--help');
    assert.equal(own.exit, 0, name);
    assert.match(own.out, new RegExp(`^tandem ${name}`));
    assert.match(own.out, /--json/);
    assert.equal(own.err, '');
  }
  const none = await run();
  assert.equal(none.exit, 2);
  assert.equal(none.err, help.out);
});

const wrongUse: [args: string[], sentence: RegExp][] = [
  [['strt'], /^There is no command "strt"\. tandem --help lists them\.\n$/],
  [['start', '--prt', '3'], /^Unknown option '--prt'\. tandem start --help says how\.\n$/],
  [['start', '--port'], /^Option '--port <value>' argument missing\. tandem start --help says how\.\n$/],
  [['start', 'now'], /^Too many words: give flags only\. tandem start --help says how\.\n$/],
  [['start', '--sample', '--no-sample'], /^Give --sample or --no-sample, not both\./],
  [['partnership'], /^Name "create" and one file\. tandem partnership --help says how\.\n$/],
  [
    ['partnership', 'list', 'x'],
    /^There is no "partnership list", only "create", "add", "remove" and "leave"\./,
  ],
  [['doctor', '--fix'], /^Unknown option '--fix'\./],
];
for (const [args, sentence] of wrongUse) {
  test(`tandem ${args.join(' ')} is wrong use: exit 2 and one line`, async () => {
    const said = await run(...args);
    assert.equal(said.exit, 2);
    assert.match(said.err, sentence);
    assert.equal(said.err.split('\n').length, 2);
    assert.equal(said.out, '');
  });
}

describe('commands on a store', () => {
  let folder = '';
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tandem-commands-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  test('a port in use is refused before a store is made', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const said = await run('start', '--port', String(port), '--data', join(folder, 'never'));
    taken.close();
    assert.equal(said.exit, 1);
    assert.equal(said.err, `Port ${port} is in use by another program. Choose another with --port.\n`);
    assert.equal(said.out, '');
  });

  test('a folder that cannot be one is refused by name', async () => {
    const file = join(folder, 'file');
    await writeFile(file, '');
    const said = await run('start', '--port', '0', '--data', join(file, 'store'));
    assert.equal(said.exit, 1);
    assert.equal(
      said.err,
      `The folder ${join(file, 'store')} cannot be used for a store (ENOTDIR). Choose another with --data.\n`,
    );
  });

  test('a partnership of districts that no file names is refused with what to do', async () => {
    const file = join(folder, 'partnership.json');
    const people = [{ email: 'a@b.example', name: 'A', role: 'coordinator' }];
    const districts = ['10621660000000', '19647250000000'];
    await writeFile(
      file,
      JSON.stringify({ slug: 'a-b', name: 'A and B', startedYear: 2024, districts, people }),
    );
    const said = await run('partnership', 'create', file, '--data', join(folder, 'store'));
    assert.equal(said.exit, 1);
    assert.equal(
      said.err,
      "No loaded file names the district 10621660000000, 19647250000000. Load the state's files first: tandem evidence load PATH.\n",
    );
  });

  test('start as a process answers on the port it prints, and SIGTERM ends it with exit 0', async (t) => {
    const args = ['src/main.ts', 'start', '--port', '0', '--data', join(folder, 'store'), '--no-sample'];
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    t.after(() => child.kill('SIGKILL'));
    let [out, err] = ['', ''];
    child.stdout.on('data', (part: Buffer) => (out += part.toString()));
    child.stderr.on('data', (part: Buffer) => (err += part.toString()));
    while (!out.includes('Ctrl-C')) {
      assert.equal(child.exitCode, null, err);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const address = /Tandem runs at (http:\/\/127\.0\.0\.1:\d+)/.exec(out)?.[1] ?? '';
    assert.match(out, /There is no partnership yet\. Load files with "tandem evidence load"/);
    assert.doesNotMatch(out, /sign-in|outbox/);
    const page = await fetch(address);
    assert.equal(page.status, 200);
    assert.match(await page.text(), /No partnership has been set up yet/);
    assert.equal((await fetch(`${address}/health`)).status, 200);
    child.kill('SIGTERM');
    const [code] = await once(child, 'close');
    assert.equal(code, 0);
    const lines = err
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { route: string });
    assert.deepEqual(
      lines.map(({ route }) => route),
      ['/', '/health'],
    );
    await (await openStore({ folder: join(folder, 'store') }, new Date())).close();
  });
});
