import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { runTandem } from '../../src/main.ts';
import { measureVault } from '../../src/vault/measuring/measureVault.store.ts';
import { makeSigningKey } from '../../src/vault/release/signingKey.ts';
import { parseKeyFile } from '../../src/vault/store/vaultKey.ts';
import { useVault } from '../../src/vault/store/useVault.ts';
import { keyOf } from '../exampleRelease.ts';
import { exampleGrant, fillReleaseDistrict } from './releaseDistrict.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tandem-release-'));
after(() => rmSync(scratch, { recursive: true }));
const inScratch = (name: string): string => join(scratch, name);
const [folder, keyFile, grantFile, words] = ['fresno', 'fresno.key', 'grant.json', 'words'].map(
  inScratch,
) as [string, string, string, string];
const fresno = ['--district', '10621660000000', '--name', 'Fresno Unified'];
const passphrase = 'four words at random';

async function tandem(...args: string[]) {
  let [out, err] = ['', ''];
  const exit = await runTandem(args, {
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { exit, out, err };
}
const release = (...args: string[]) => tandem('vault', 'release', folder, ...args);
const sign = (hash: string, key: string) =>
  release('sign', '--hash', hash, '--signing-key', inScratch(key), '--signing-passphrase-file', words);

/** A person's key files as `tandem vault key new` writes them, with little work for scrypt. */
async function keyFiles(file: string, name: string, role: string): Promise<void> {
  const { sealed, privateKey } = await makeSigningKey(passphrase, 10);
  writeFileSync(inScratch(file), sealed, { mode: 0o600 });
  const key = keyOf({ name, role, privateKey });
  writeFileSync(inScratch(`${file}.pub`), JSON.stringify(key));
}

before(async () => {
  await tandem('vault', 'init', folder, ...fresno, '--key-file', keyFile);
  await tandem('vault', 'open', folder, '--key-file', keyFile);
  const key = parseKeyFile(readFileSync(keyFile, 'utf8'), keyFile);
  await useVault(folder, { at: new Date(), key: async () => key, tell: () => undefined }, async (vault) => {
    await fillReleaseDistrict(vault);
    await measureVault(vault, { year: 2024, measure: 'math_met_pct', now: () => new Date() });
  });
  const year = new Date().getUTCFullYear();
  const always = { validFrom: `${year - 1}-01-01`, validUntil: `${year + 1}-12-31`, embargoDays: 14 };
  writeFileSync(grantFile, JSON.stringify(exampleGrant(always)));
  writeFileSync(words, `${passphrase}\n`, { mode: 0o600 });
  await keyFiles('ben.key', 'Ben Cho', 'Privacy counsel');
});

test('a person makes a key that only they can read, its public half is registered, and the key itself is not taken for it', async () => {
  const key = inScratch('ana.key');
  const person = ['--name', 'Ana Ruiz', '--role', 'Research director', '--mail', 'ana@fresno.example'];
  const made = await tandem('vault', 'key', 'new', key, ...person, '--passphrase-file', words);
  assert.deepEqual([made.exit, made.err], [0, '']);
  assert.equal(statSync(key).mode & 0o777, 0o600);
  assert.match(readFileSync(key, 'utf8'), /^-----BEGIN AGE ENCRYPTED FILE-----\n/);
  assert.ok(!readFileSync(`${key}.pub`, 'utf8').includes('PRIVATE'));
  assert.match(
    (await tandem('vault', 'key', 'new', key, ...person, '--passphrase-file', words)).err,
    /is there already/,
  );
  assert.match(
    (await tandem('vault', 'key', 'register', folder, key)).err,
    /the key itself, which stays with its owner/,
  );
  for (const file of ['ana.key.pub', 'ben.key.pub'])
    assert.equal((await tandem('vault', 'key', 'register', folder, inScratch(file))).exit, 0);
  const listed = await tandem('vault', 'key', 'list', folder);
  assert.match(
    listed.out,
    /^Ana Ruiz, Research director: since .*, registered by the account .*\n {2}(\w{4} ?){8}\nBen Cho, Privacy counsel[^]*LOOK {2}The keys of Ana Ruiz and Ben Cho were registered by the same account/,
  );
  writeFileSync(
    inScratch('cy.pub'),
    readFileSync(inScratch('ben.key.pub'), 'utf8').replace('Ben Cho', 'Cy Low'),
  );
  for (const args of [['register', folder], ['show']])
    assert.match(
      (await tandem('vault', 'key', ...args, inScratch('cy.pub'))).err,
      /cy\.pub is not as its owner made it: the name, role, mail address or key in it was changed/,
    );
  assert.deepEqual((await tandem('vault', 'key', 'lend', folder)).exit, 2);
});

test('a process that is killed while it protects leaves no draft and nothing to repair; asked again it makes one', async () => {
  const main = new URL('../../src/main.ts', import.meta.url).pathname;
  const args = [main, 'vault', 'release', folder, 'prepare', '--grant', grantFile];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  await new Promise<void>((resolve) =>
    child.stderr.on('data', (text) => String(text).includes('protects') && resolve()),
  );
  child.kill('SIGKILL');
  await new Promise((resolve) => child.once('exit', resolve));
  assert.match((await release()).out, /Nothing has left this vault\.\nNo draft stands\./);
  const prepared = await release('prepare', '--grant', grantFile, '--json');
  assert.equal(prepared.exit, 0, prepared.err);
  const again = JSON.parse((await release('prepare', '--grant', grantFile, '--json')).out);
  assert.deepEqual([again.hash, again.kept], [JSON.parse(prepared.out).hash, true]);
});

test('preview says what leaves, why not more, and the hash; two people sign it; one file leaves that anyone can verify', async () => {
  const csv = inScratch('cells.csv');
  const preview = await release('preview', '--csv', csv);
  assert.match(preview.out, /withheld: too few students/);
  assert.match(preview.out, /math_met_pct 2023-24 +\d+ +\d+ +\d+/);
  assert.equal(statSync(csv).mode & 0o777, 0o600);
  const hash = /hash +(\w{64})/.exec(preview.out)?.[1] ?? '';
  const file = inScratch('one.json.gz');
  assert.match(
    (await release('seal', '--out', file)).err,
    /^[^]*Nobody has signed the release: it needs two people\. Nothing left/,
  );
  assert.match((await sign('deadbeef', 'ana.key')).err, /Read its preview again before you sign/);
  assert.equal((await sign(hash.slice(0, 12), 'ana.key')).exit, 0);
  assert.match((await release('seal', '--out', file)).err, /Only Ana Ruiz has signed/);
  writeFileSync(inScratch('wrong'), 'not the words\n', { mode: 0o600 });
  const wrong = await release(
    'sign',
    '--hash',
    hash,
    '--signing-key',
    inScratch('ben.key'),
    '--signing-passphrase-file',
    inScratch('wrong'),
  );
  assert.match(wrong.err, /That is not the passphrase of .*ben\.key\. Nothing was signed/);
  const toSign = inScratch('to-sign.json');
  assert.match((await release('export', '--out', toSign)).out, /it holds no cell/);
  assert.doesNotMatch(readFileSync(toSign, 'utf8'), /math_met_pct|"n"/);
  assert.match((await release('export', '--out', toSign)).err, /is there already\. Nothing was written/);
  const detached = (key: string, said: string, ...more: string[]) =>
    tandem('sign', toSign, '--signing-key', inScratch(key), '--hash', said, ...more);
  const withWords = ['--signing-passphrase-file', words];
  assert.match(
    (await detached('ben.key', 'deadbeef', ...withWords)).err,
    /Read the preview of the draft again/,
  );
  const short = await detached('ben.key', hash.slice(0, 15), ...withWords);
  assert.match(short.err, /give at least 16 letters of its hash\. Nothing was signed/);
  const brought = inScratch('ben.signature');
  const bring = (text: string) => {
    writeFileSync(brought, text);
    return release('sign', '--hash', hash.slice(0, 12), '--signature', brought);
  };
  const signature = (await detached('ben.key', hash.slice(0, 16), ...withWords)).out;
  const tampered: readonly (readonly [RegExp, string])[] = [
    [/is no signature of a release, as tandem sign writes it/, signature.slice(0, 100)],
    [
      /It is a signature of 000000000000…, and the draft that stands is/,
      signature.replace(hash, '0'.repeat(64)),
    ],
    [
      /It is signed as Cy Low \(Privacy counsel\), with the key that is registered of Ben Cho/,
      signature.replace('Ben Cho', 'Cy Low'),
    ],
    [
      /The signature of Ben Cho does not belong to this release/,
      signature.replace(/"signedAt":"20\d\d/, '"signedAt":"2020'),
    ],
    [/Ana Ruiz has signed this draft already/, (await detached('ana.key', hash, ...withWords)).out],
  ];
  for (const [sentence, text] of tampered) assert.match((await bring(text)).err, sentence);
  assert.match(
    (await bring(signature)).out,
    /^Ben Cho \(Privacy counsel\) has signed [0-9a-f]{64}\.\nTwo people have signed/,
  );
  assert.match(
    (await release('seal', '--out', inScratch('none/one.gz'))).err,
    /There is no folder .* Nothing left the vault/,
  );
  assert.ok(!existsSync(file));
  const sealed = await release('seal', '--out', file);
  assert.match(sealed.out, /Embargo: the partner may see it from .* on/);
  const verified = await tandem(
    'verify',
    file,
    '--grant',
    grantFile,
    '--key',
    inScratch('ana.key.pub'),
    '--key',
    inScratch('ben.key.pub'),
    '--json',
  );
  const report = JSON.parse(verified.out);
  assert.deepEqual([verified.exit, report.hash, report.holds], [0, hash, true], verified.out);
  assert.deepEqual(
    report.checks.map((one: { check: string; result: string }) => `${one.check}: ${one.result}`),
    [
      'file: holds',
      'signatures: holds',
      'definitions: holds',
      'rules: holds',
      'cells: holds',
      'certificate: holds',
      'chain: holds',
      'grant: holds',
      'attacker: holds',
      'what only the vault knows: trusted',
    ],
  );
  const audit = await tandem('audit', file, '--json');
  assert.deepEqual([audit.exit, JSON.parse(audit.out).status], [0, 'protected']);
});

test('what left is in the account and can be written again, the same; another file of that name is not written over', async () => {
  const listed = await release('list');
  assert.match(
    listed.out,
    /^Release 1, left on .*\n.*\n {2}figures .*\n {2}signed +Ana Ruiz .*, Ben Cho .*\n {2}disclosed +to 19647250000000/,
  );
  const copy = inScratch('two.json.gz');
  assert.equal((await release('seal', '--number', '1', '--out', copy)).exit, 0);
  assert.deepEqual(readFileSync(copy), readFileSync(inScratch('one.json.gz')));
  assert.match(
    (await release('seal', '--number', '1', '--out', words)).err,
    /is another file\. Nothing was written/,
  );
  assert.match((await release('prepare', '--grant', grantFile)).err, /--supersedes 1/);
});

test('what is no release, cut short, or signed by one person is refused or fails by name', async () => {
  const file = readFileSync(inScratch('one.json.gz'));
  writeFileSync(inScratch('cut.gz'), file.subarray(0, file.length / 2));
  assert.match(
    (await tandem('verify', inScratch('cut.gz'))).err,
    /cut\.gz is no release file\. The file is cut short/,
  );
  assert.match(
    (await tandem('verify', grantFile)).err,
    /grant\.json is no release file\. The file is not compressed/,
  );
  const foreign = await tandem('verify', inScratch('one.json.gz'), '--key', inScratch('ana.key.pub'));
  assert.equal(foreign.exit, 1);
  assert.match(
    foreign.out,
    /FAILS +signatures: Ben Cho signed with a key that the district has not registered/,
  );
  const twice = await tandem(
    'verify',
    inScratch('one.json.gz'),
    '--key',
    inScratch('ana.key.pub'),
    '--key',
    inScratch('ana.key.pub'),
  );
  assert.match(twice.err, /are keys of one person \(Ana Ruiz\): two sign a release/);
  assert.deepEqual(
    [
      (await release('publish')).exit,
      (await release('list', '--why', 'x')).exit,
      (await release('prepare')).exit,
    ],
    [2, 2, 2],
  );
});
