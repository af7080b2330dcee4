import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { after, test } from 'node:test';
import { runTandem } from '../../src/main.ts';
import { takeVault } from '../../src/vault/store/takeVault.ts';
import { findAgeTool } from '../ageTool.ts';
import { vaultIn } from './vaultOnDisk.ts';
import { parseKeyFile } from '../../src/vault/store/vaultKey.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tandem-commands-'));
after(() => rmSync(scratch, { recursive: true }));
const inScratch = (name: string): string => join(scratch, name);
const district = ['--district', '10621660000000', '--name', 'Fresno Unified'];

type Said = { readonly exit: number; readonly out: string; readonly err: string };

/** Runs `tandem vault …` in this process; `typed` are the lines that a person types at a terminal. */
async function vault(args: readonly string[], typed?: readonly string[]): Promise<Said> {
  let [out, err] = ['', ''];
  const terminal = Object.assign(new PassThrough(), { isTTY: true });
  const lines = [...(typed ?? [])];
  const exit = await runTandem(['vault', ...args], {
    stdout: { write: (text) => (out += text) },
    stderr: {
      write: (text) => {
        err += text;
        if (text.endsWith(': ')) terminal.write(`${lines.shift()}\n`);
      },
    },
    ...(typed ? { stdin: terminal } : {}),
  });
  return { exit, out, err };
}

const folder = inScratch('fresno');
const keyFile = inScratch('fresno.key');

test('init makes a vault and its key file, closed, for its owner alone', async () => {
  const said = await vault(['init', folder, ...district, '--key-file', keyFile]);
  assert.deepEqual([said.exit, said.err], [0, '']);
  assert.match(
    said.out,
    /^The vault of Fresno Unified is made in .*, empty and sealed\.\nIts key is in .*fresno\.key\. Without that file nobody/,
  );
  assert.equal(statSync(keyFile).mode & 0o777, 0o600);
  assert.equal(statSync(folder).mode & 0o777, 0o700);
  assert.match(
    readFileSync(keyFile, 'utf8'),
    /^# created: .*\n# public key: age1\w+\nAGE-SECRET-KEY-1\w+\n$/,
  );
  assert.ok(!existsSync(join(folder, 'open')));
  assert.ok(!readFileSync(join(folder, 'vault.json'), 'utf8').includes('SECRET'));
  assert.match(
    (await vault([folder])).out,
    /^The vault of Fresno Unified \(10621660000000\), sealed with a key file; .*\nIt is closed\.\n$/,
  );
});

test('open says what can now be read and that closing seals it; close seals it and nothing stays open', async () => {
  const opened = await vault(['open', folder, '--key-file', keyFile]);
  assert.equal(opened.exit, 0, opened.err);
  assert.match(
    opened.out,
    /stands open\. Its students can now be read in .*\/open .*\nWhen you are done, seal it: tandem vault close/,
  );
  assert.equal(statSync(join(folder, 'open')).mode & 0o777, 0o700);
  assert.equal(statSync(join(folder, 'open', 'vault.duckdb')).mode & 0o777, 0o600);
  const again = await vault(['open', folder, '--key-file', keyFile]);
  assert.equal(again.exit, 1);
  assert.match(again.err, /has stood open since 20\d\d-\d\d-\d\d \d\d:\d\d UTC\.\n$/);
  const closed = await vault(['close', folder, '--key-file', keyFile, '--json']);
  assert.equal(closed.exit, 0, closed.err);
  const { sealedBytes } = JSON.parse(closed.out) as { sealedBytes: number };
  assert.equal(sealedBytes, statSync(join(folder, 'vault.duckdb.age')).size);
  assert.ok(!existsSync(join(folder, 'open')));
  const twice = await vault(['close', folder, '--key-file', keyFile]);
  assert.deepEqual([twice.exit, twice.err], [1, `The vault in ${folder} is closed already.\n`]);
});

test('the standard age tool opens what we sealed, and we open what it sealed', async (t) => {
  const tool = await findAgeTool();
  if (!tool) return t.skip('the age tool is not here (Debian: apt-get install age): it was NOT tried');
  const { age } = tool;
  const sealed = join(folder, 'vault.duckdb.age');
  const clear = inScratch('clear.duckdb');
  execFileSync(age, ['--decrypt', '-i', keyFile, '-o', clear, sealed]);
  assert.equal(readFileSync(clear).toString('latin1', 8, 12), 'DUCK');
  const [, recipient = ''] = /public key: (\S+)/.exec(readFileSync(keyFile, 'utf8')) ?? [];
  execFileSync(age, ['--encrypt', '-r', recipient, '-o', sealed, clear]);
  const key = await parseKeyFile(readFileSync(keyFile, 'utf8'), keyFile);
  await vaultIn(folder, key).add(11);
  assert.deepEqual(await vaultIn(folder, key).students(), [11]);
});

test('age-keygen makes key files too, and another key is refused with nothing changed', async (t) => {
  const tool = await findAgeTool();
  if (!tool) return t.skip('the age tool is not here (Debian: apt-get install age): it was NOT tried');
  const other = inScratch('other.key');
  execFileSync(tool.keygen, ['-o', other], { stdio: 'ignore' });
  const before = readFileSync(join(folder, 'vault.duckdb.age'));
  for (const verb of ['open', 'close']) {
    if (verb === 'close') assert.equal((await vault(['open', folder, '--key-file', keyFile])).exit, 0);
    const said = await vault([verb, folder, '--key-file', other]);
    assert.equal(said.exit, 1);
    assert.equal(
      said.err,
      'That is not the key file of this vault. Nothing was changed; look for the one it was made with.\n',
    );
    assert.deepEqual(readFileSync(join(folder, 'vault.duckdb.age')), before);
  }
  assert.equal((await vault(['close', folder, '--key-file', keyFile])).exit, 0);
});

test('every command on a vault that was left open says since when, and a closed one asks for its key', async () => {
  const closed = await vault(['measure', folder]);
  assert.equal(closed.exit, 1);
  assert.match(
    closed.err,
    /^The vault in .* is closed\. Open it first \(tandem vault open .*\), or give --key-file to have it opened for this command alone\.\n$/,
  );
  await vault(['open', folder, '--key-file', keyFile]);
  const mark = join(folder, 'open', 'opened.json');
  const yesterday = new Date(Date.now() - 26 * 3_600_000);
  writeFileSync(mark, JSON.stringify({ openedAt: yesterday.toISOString(), forOneCommand: false }));
  const sentence =
    /^This vault has stood open since 20.* UTC \(26 hours\): its students can be read on this disk\. Seal it: tandem vault close /m;
  for (const args of [['measure', folder], [folder], ['status', folder]]) {
    const said = await vault(args);
    assert.match(said.err + said.out, sentence, args.join(' '));
  }
  const status = JSON.parse((await vault(['status', folder, '--json'])).out) as Record<string, unknown>;
  assert.deepEqual([status.open, status.since], [true, yesterday.toISOString()]);
  await vault(['close', folder, '--key-file', keyFile]);
});

test('a second process is refused while one works on the vault', async () => {
  const taken = await takeVault(folder);
  const said = await vault(['open', folder, '--key-file', keyFile]);
  assert.equal(said.exit, 1);
  assert.match(said.err, new RegExp(`in use by another Tandem process \\(process ${process.pid}\\)`));
  assert.match((await vault([folder])).out, new RegExp(`works on it \\(process ${process.pid}\\)`));
  taken.release();
  assert.doesNotMatch((await vault(['status', folder])).out, /process/);
});

test('a sealed file that was cut short is refused in a sentence; put back from a copy it opens', async () => {
  const sealed = join(folder, 'vault.duckdb.age');
  const copy = readFileSync(sealed);
  truncateSync(sealed, copy.length - 70_000);
  const said = await vault(['open', folder, '--key-file', keyFile]);
  assert.equal(said.exit, 1);
  assert.match(
    said.err,
    /vault\.duckdb\.age is damaged: it was cut short or changed after it was sealed\. Put back a copy from your backup; nothing was opened\.\n$/,
  );
  assert.ok(!existsSync(join(folder, 'open')));
  writeFileSync(sealed, copy);
  assert.equal((await vault(['open', folder, '--key-file', keyFile])).exit, 0);
  assert.equal((await vault(['close', folder, '--key-file', keyFile])).exit, 0);
});

test('a passphrase is typed unseen, twice when the vault is made; a wrong one opens nothing', async () => {
  const place = inScratch('by-words');
  const short = await vault(['init', place, ...district], ['too short', 'too short']);
  assert.match(short.err, /^Passphrase of the vault: \nA passphrase needs at least 12 letters/);
  const slip = await vault(['init', place, ...district], ['four words at random', 'four words at randon']);
  assert.match(slip.err, /The two were not the same\. Nothing was made\.\n$/);
  assert.ok(!existsSync(place));
  const made = await vault(['init', place, ...district], ['four words at random', 'four words at random']);
  assert.equal(made.exit, 0, made.err);
  assert.equal(made.err, 'Passphrase of the vault: \nThe same again: \n');
  const wrong = await vault(['open', place], ['four words at randon']);
  assert.equal(wrong.exit, 1);
  assert.match(wrong.err, /That is not the passphrase of this vault\. Nothing was changed; try again\.\n$/);
  const file = inScratch('words');
  writeFileSync(file, '\n');
  chmodSync(file, 0o600);
  const empty = await vault(['open', place, '--passphrase-file', file]);
  assert.deepEqual([empty.exit, empty.err], [1, `The first line of ${file} is empty.\n`]);
  const other = await vault(['open', place, '--key-file', keyFile]);
  assert.match(other.err, /is sealed with a passphrase, not with a key file\.\n$/);
});

const wrongUse: [args: string[], sentence: RegExp][] = [
  [['opne'], /^There is no "vault opne"\. tandem vault --help says how\.\n$/],
  [['open'], /^Name the folder of a vault\./],
  [['init', 'x', '--name', 'X'], /^Give --district and --name\./],
  [['init', 'x', '--name', 'X', '--district', '10621661030642'], /^10621661030642 is no code of a district/],
  [['init', 'x', ...district], /^Give --key-file or --passphrase-file: there is no terminal/],
  [['init', 'x', ...district, '--key-file', 'x/key'], /^Keep the key file outside of the vault/],
  [['open', folder, '--passphrase', 'secret'], /^Unknown option '--passphrase'\./],
];
for (const [args, sentence] of wrongUse) {
  test(`tandem vault ${args.join(' ').replaceAll(scratch, '…')} is wrong use`, async () => {
    const said = await vault(args);
    assert.equal(said.exit, 2);
    assert.match(said.err, sentence);
    assert.equal(said.out, '');
  });
}

test('help names every command of the vault, and each explains itself', async () => {
  const { out, exit } = await vault(['--help']);
  assert.equal(exit, 0);
  const names = [...out.matchAll(/^ {2}([a-z]+) {2,}/gm)].map(([, name]) => name ?? '');
  assert.ok(names.length >= 5, names.join());
  for (const name of names) {
    const own = await vault([name, '--help']);
    assert.equal(own.exit, 0, name);
    assert.match(own.out, new RegExp(`^tandem vault ${name}`));
    assert.match(own.out, /--json/);
  }
});
