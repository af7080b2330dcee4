import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { vaultServeCommand } from '../../src/commands/vaultServe.ts';
import { runTandem } from '../../src/main.ts';
import { keepSealed } from '../../src/vault/serve/keepSealed.ts';
import { serveVault } from '../../src/vault/serve/serveVault.ts';
import { parseKeyFile } from '../../src/vault/store/vaultKey.ts';
import { calpadsFile } from './intakeDistrict.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tandem-serve-'));
after(() => rmSync(scratch, { recursive: true }));
const folder = join(scratch, 'fresno');
const keyFile = join(scratch, 'fresno.key');

async function tandem(...args: string[]) {
  let [out, err] = ['', ''];
  const exit = await runTandem(['vault', ...args], {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { exit, out, err };
}

type Served = { readonly process: ChildProcess; readonly address: string; readonly cookie: string };

/** The command in a process of its own, and the cookie that its link gives. */
async function serve(): Promise<Served> {
  const child = spawn(
    process.execPath,
    ['src/main.ts', 'vault', 'serve', folder, '--key-file', keyFile, '--json'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const line = await new Promise<Buffer>((resolve, reject) => {
    child.stdout.once('data', resolve);
    child.once('exit', (code) => reject(new Error(`the pages ended with ${code} before they began`)));
  });
  const { address, link } = JSON.parse(String(line)) as { address: string; link: string };
  const answer = await fetch(link);
  await answer.text();
  return { process: child, address, cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' };
}

async function end(served: Served, signal: 'SIGINT' | 'SIGHUP' | 'SIGKILL'): Promise<number | null> {
  const exit = once(served.process, 'exit');
  served.process.kill(signal);
  return (await exit)[0] as number | null;
}

function tokenIn(page: string): string {
  return /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
}

const get = async ({ address, cookie }: Served, path: string) =>
  (await fetch(address + path, { headers: { cookie } })).text();

test('a file is loaded on the page, Ctrl-C seals the vault, and the student is in it', async () => {
  await tandem(
    'init',
    folder,
    '--district',
    '10621660000000',
    '--name',
    'Fresno Unified',
    '--key-file',
    keyFile,
  );
  const served = await serve();
  assert.equal((await fetch(served.address)).status, 403, 'answered without the cookie');
  const second = await tandem('serve', folder, '--key-file', keyFile);
  assert.match(second.err, /in use by another Tandem process/);
  const data = new FormData();
  data.append('csrf', tokenIn(await get(served, '/load')));
  data.append('files', new Blob([calpadsFile('SENR', [{}])]), 'senr.txt');
  const { address, cookie } = served;
  const headers = { cookie, origin: address, 'sec-fetch-site': 'same-origin' };
  const taken = await fetch(`${address}/load`, { method: 'POST', body: data, headers });
  assert.equal(new URL(taken.url).pathname, '/work/1');
  for (let page = ''; !page.includes('1 file loaded with 1 row'); ) page = await get(served, '/work/1');
  assert.equal(await end(served, 'SIGINT'), 0);
  assert.ok(!existsSync(join(folder, 'open')));
  assert.match((await tandem('status', folder)).out, /It is closed\./);
});

test('killed in the midst of an upload: what was loaded is there, the half file is wiped, and the next start says so', async () => {
  const served = await serve();
  const { address, cookie } = served;
  const token = tokenIn(await get(served, '/load'));
  const head = `--line\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n${token}\r\n--line\r\nContent-Disposition: form-data; name="files"; filename="half.txt"\r\n\r\n`;
  const sending = request(`${address}/load`, {
    method: 'POST',
    headers: { cookie, origin: address, 'content-type': 'multipart/form-data; boundary=line' },
  });
  sending.on('error', () => undefined);
  sending.write(head + 'x'.repeat(1_000_000));
  const uploads = join(folder, 'open', 'temporary', 'uploads');
  const halves = () =>
    (existsSync(uploads) ? readdirSync(uploads, { recursive: true }) : []).filter((name) =>
      String(name).endsWith('half.txt'),
    );
  for (let i = 0; i < 200 && halves().length === 0; i++) await new Promise((done) => setTimeout(done, 20));
  assert.equal(halves().length, 1, 'the upload did not begin');
  await end(served, 'SIGKILL');
  assert.equal(halves().length, 1, 'a killed process cleans nothing up');
  const again = await tandem('load', folder, join(folder, 'vault.json'));
  assert.match(again.err, /What it had finished is kept; the vault stands open/);
  assert.deepEqual(halves(), []);
  const next = await serve();
  const home = await get(next, '/');
  assert.match(home, /senr\.txt/);
  assert.doesNotMatch(home, /half\.txt/);
  assert.equal(await end(next, 'SIGHUP'), 0, 'the terminal was closed');
  assert.ok(!existsSync(join(folder, 'open')), 'a vault that stood open before is sealed too');
});

test('unused for 0.002 minutes it seals and stops by itself, and says that', async () => {
  const key = await parseKeyFile(readFileSync(keyFile, 'utf8'), keyFile);
  const told: string[] = [];
  const now = () => new Date();
  const ended = await serveVault({
    use: (work) => keepSealed(folder, { key, now, tell: (sentence) => told.push(sentence) }, work),
    folder,
    port: 0,
    idleMinutes: 0.002,
    routes: [],
    now,
    started: () => told.push('started'),
    ended: (why) => told.push(why),
    stopped: new Promise(() => undefined),
    log: (line) => told.push(line),
  });
  assert.equal(ended, 'not used');
  assert.deepEqual(told, ['started', 'not used']);
  assert.ok(!existsSync(join(folder, 'open')));
});

test('a wrong key, a port that is taken and a strange number are refused before anything is opened', async () => {
  const other = join(scratch, 'other.key');
  const place = join(scratch, 'other');
  await tandem('init', place, '--district', '19647250000000', '--name', 'Long Beach', '--key-file', other);
  const wrong = await tandem('serve', folder, '--key-file', other);
  assert.equal(wrong.exit, 1);
  assert.match(wrong.err, /That is not the key file of this vault\. Nothing was changed/);
  const without = await tandem('serve', folder);
  assert.match(without.err, /sealed with a key file: give it with --key-file/);
  const strange = await tandem('serve', folder, '--key-file', keyFile, '--idle', '0');
  assert.deepEqual([strange.exit, /--idle takes a whole number from 1 to 1440/.test(strange.err)], [2, true]);
  let out = '';
  const io = { stdout: { write: (text: string) => (out += text) }, stderr: { write: () => true } };
  const stopped = async (): Promise<'told to'> => {
    for (let i = 0; i < 500 && !out.includes('/start/'); i++)
      await new Promise((done) => setTimeout(done, 10));
    const port = /127\.0\.0\.1:(\d+)/.exec(out)?.[1] ?? '';
    const taken = await tandem('serve', place, '--key-file', other, '--port', port);
    assert.match(taken.err, /^Port \d+ is in use by another program\. Choose another with --port\.\n$/);
    return 'told to';
  };
  assert.equal(await vaultServeCommand([folder, '--key-file', keyFile], io, stopped), 0);
  assert.match(out, /it lets in one browser, once:\n\n {2}http:\/\/127\.0\.0\.1:\d+\/start\/[\w-]{43}\n/);
  assert.match(
    out,
    /without use\.\nThe vault of Fresno Unified is sealed: .*vault\.duckdb\.age \(\d+\.\d MB\)\.\n$/,
  );
  assert.ok(!existsSync(join(folder, 'open')));
});
