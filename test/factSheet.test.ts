import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { verifyCommand } from '../src/commands/verify.ts';
import { publishSheet } from '../src/hub/factsheet/publishedSheets.store.ts';
import { readPackFile } from '../src/hub/reviews/packs.store.ts';
import { asMember } from '../src/hub/store/view.ts';
import { Refusal } from '../src/vocabulary/refusal.ts';
import type { Browser } from './browserUnderTest.ts';
import { wordsOf } from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { type HubUnderTest, hubUnderTest } from './hubUnderTest.ts';
import { consentAll, type SealedForTest, sealExamplePack } from './sealedPack.ts';

const publicPath = '/public/fresno-long-beach/fact-sheet';
const sealedAt = new Date('2026-10-16T17:00:00Z');

onEachEngine('the fact sheet', (store) => {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-sheet-'));
  after(() => rmSync(folder, { recursive: true }));
  let hub: HubUnderTest;
  let coordinator: Browser;
  let visitor: Browser;
  let sealed: SealedForTest;
  let sheet = '';
  let json = '';
  let csv = '';
  before(async () => {
    hub = await hubUnderTest(store(), { now: sealedAt });
    coordinator = await hub.signInAs('coordinator');
    visitor = hub.visitor();
  });

  /** What `tandem verify` answers about a text as a file of this name. */
  async function verified(name: string, content: string | Uint8Array, ...more: string[]) {
    const path = join(folder, name);
    writeFileSync(path, content);
    let out = '';
    const io = { stdout: { write: (text: string) => (out += text) }, stderr: { write: () => '' } };
    const code = await verifyCommand([path, ...more], io).catch((refusal: unknown) => {
      assert.ok(refusal instanceof Refusal, String(refusal));
      out = refusal.message;
      return 1;
    });
    return { code, out };
  }

  test('before anything is sealed it is a draft that says so, and the public finds nothing', async () => {
    const page = wordsOf(await coordinator.get(`${hub.home}/fact-sheet`));
    assert.match(page, /Draft from public files Nobody has reviewed or signed it\./);
    const none = await visitor.get(publicPath);
    assert.equal(none.status, 404);
    assert.match(wordsOf(none), /No fact sheet is published here/);
  });

  test('sealed and signed, it waits for its preview and for 2 districts; publishing is refused and nothing is public', async () => {
    const member = hub.member('coordinator');
    sealed = await sealExamplePack(store(), member, {
      asOf: '2026-10-15',
      previewUntil: '2026-10-30',
      at: sealedAt,
    });
    const page = wordsOf(await coordinator.get(`${hub.home}/fact-sheet`));
    for (const part of [
      'Not public yet',
      'from October 15, 2026 to the end of October 30, 2026: 15 days left',
      'Fresno Unified has not answered yet: silence is no consent.',
      'The preview is open until the end of October 30, 2026.',
      'Preview: nobody has published it.',
      'Learning partnership forged',
    ])
      assert.ok(page.includes(part), `${part}\n${page.slice(0, 3000)}`);
    const refused = await coordinator.post(`${hub.home}/fact-sheet/publish`, { pack: sealed.hash });
    assert.equal(refused.status, 409);
    assert.match(wordsOf(refused), /Nothing was published: something stands against it now/);
    assert.equal((await visitor.get(publicPath)).status, 404);
  });

  test('after consent and preview a coordinator publishes the pack they read, and nobody else does', async () => {
    await consentAll(store(), hub.member('sponsor'), sealed.statementId, sealedAt);
    hub.clock.advance(15 * 24 * 60);
    coordinator = await hub.signInByMail('coordinator@fresno-long-beach.example');
    const lead = await hub.signInByMail('focus-area-lead@fresno-long-beach.example');
    assert.match(wordsOf(await lead.get(`${hub.home}/fact-sheet`)), /A coordinator can publish it now\./);
    assert.equal((await lead.post(`${hub.home}/fact-sheet/publish`, { pack: sealed.hash })).status, 403);
    const stale = await coordinator.post(`${hub.home}/fact-sheet/publish`, { pack: 'f'.repeat(64) });
    assert.match(wordsOf(stale), /another pack has been sealed and signed meanwhile/);
    const done = await coordinator.post(`${hub.home}/fact-sheet/publish`, { pack: sealed.hash });
    assert.equal(done.status, 303);
    const twice = await asMember(store(), hub.member('coordinator'), (view) =>
      publishSheet(view, sealed.hash, hub.clock.now),
    );
    assert.deepEqual(twice, { done: false, reason: 'published already' });
    const history = wordsOf(await coordinator.get(`${hub.home}/history`));
    assert.match(history, /Test Coordinator published the fact sheet: Autumn 2026\./);
  });

  test('anybody reads it in English and Spanish and takes its numbers with them', async () => {
    const english = await visitor.get(publicPath);
    assert.equal(english.status, 200);
    assert.match(wordsOf(english), /the 134,444 students whom they serve together/);
    assert.doesNotMatch(english.text, /Preview|stays inside|stay inside/);
    const spanish = await visitor.get(`${publicPath}?language=es`);
    assert.match(spanish.text, /<html lang="es">/);
    assert.match(spanish.text, /<span lang="en">This new partnership will be a model pilot\.<\/span>/);
    assert.equal((await visitor.get(`${publicPath}/es`)).text, spanish.text);
    const of = (name: string) => visitor.get(`${publicPath}/${sealed.hash}/${name}`);
    json = (await of('fact-sheet.json')).text;
    csv = (await of('fact-sheet.csv')).text;
    assert.match(
      csv,
      /benchmarks\.math_dfs\.ALL\.10621660000000\.newest,newest figure,10621660000000,math_dfs,ALL,2025,-75\.8,points,41203,/,
    );
    assert.equal((await of('fact-sheet.doc')).status, 404);
  });

  test('tandem verify finds nothing against the data, and names the number whose digit was changed', async () => {
    const whole = await verified('sheet.json', json);
    assert.equal(whole.code, 0, whole.out);
    assert.match(whole.out, /holds {8}publication: Test Coordinator published exactly this on 2026-10-31/);
    assert.match(whole.out, /not checked {2}pack: Give the sealed pack/);
    const digit = await verified('digit.json', json.replace('"value": "-75.8"', '"value": "-74.8"'));
    assert.equal(digit.code, 1);
    assert.match(
      digit.out,
      /FAILS {8}numbers: benchmarks\.math_dfs\.ALL\.10621660000000\.newest: value is -74\.8, but -75\.8 in/,
    );
    const both = await verified('both.json', json.replaceAll('"-75.8"', '"-74.8"'));
    assert.match(both.out, /FAILS {8}content: What it says of the pack is not what its hash names/);
    assert.match((await verified('cut.json', json.slice(0, 5000))).out, /cut short or damaged/);
    assert.match((await verified('x.txt', 'a letter')).out, /nothing that can be verified/);
  });

  test('with the sealed pack every word is compared, and the pack itself is checked', async () => {
    const file = await asMember(store(), hub.member('sponsor'), (view) => readPackFile(view, sealed.hash));
    const pack = join(folder, 'pack.json');
    writeFileSync(pack, JSON.stringify(file));
    const alone = await verified('pack-copy.json', JSON.stringify(file));
    assert.equal(alone.code, 0, alone.out);
    assert.match(alone.out, /holds {8}history: 4 lines about it, each what its hash names\./);
    const changed = await verified('pack-changed.json', JSON.stringify(file).replace('-75.8', '-74.8'));
    assert.equal(changed.code, 1);
    assert.match(changed.out, /FAILS {8}content: The pack says something else than its hash names/);
    const compared = await verified('sheet.json', json, '--from', pack);
    assert.equal(compared.code, 0, compared.out);
    assert.match(compared.out, /holds {8}pack: Every word and number of it is the pack’s\./);
    const table = await verified('sheet.csv', csv, '--from', pack);
    assert.equal(table.code, 0, table.out);
    const cell = await verified('cell.csv', csv.replace(',-75.8,', ',-74.8,'), '--from', pack);
    assert.equal(cell.code, 1);
    assert.match(cell.out, /FAILS {8}lines: Line \d+, benchmarks\.math_dfs\.ALL\.10621660000000\.newest/);
    assert.match(cell.out, /newest: value is -74\.8, but -75\.8 in/);
  });

  test('a newer sheet takes the address, and the earlier one stays reachable and says so', async () => {
    hub.clock.advance(1);
    const at = hub.clock.now;
    const member = hub.member('coordinator');
    const newer = await sealExamplePack(store(), member, {
      asOf: '2026-10-28',
      previewUntil: '2026-10-29',
      at,
    });
    await consentAll(store(), member, newer.statementId, at);
    await coordinator.post(`${hub.home}/fact-sheet/publish`, { pack: newer.hash });
    assert.match(wordsOf(await visitor.get(publicPath)), /As of October 28, 2026/);
    const earlier = wordsOf(await visitor.get(`${publicPath}/${sealed.hash}`));
    assert.match(earlier, /A newer fact sheet has been published\. See the newest/);
    assert.match(earlier, /As of October 15, 2026/);
  });

  test('withdrawing needs a reason, is kept, and closes the address', async () => {
    const page = await coordinator.get(`${hub.home}/fact-sheet`);
    sheet = /sheets\/([0-9a-f-]{36})\/withdraw/.exec(page.text)?.[1] ?? '';
    const path = `${hub.home}/fact-sheet/sheets/${sheet}/withdraw`;
    const bare = await coordinator.post(path, { words: ' ' });
    assert.equal(bare.status, 422);
    assert.match(bare.text, /id="words-error"/);
    assert.equal((await coordinator.post(path, { words: 'A figure was wrong.' })).status, 303);
    assert.match(wordsOf(await visitor.get(publicPath)), /As of October 15, 2026/);
    assert.match(
      wordsOf(await coordinator.get(`${hub.home}/fact-sheet`)),
      /was taken from the public by Test Coordinator on October 31, 2026: A figure was wrong\./,
    );
  });

  test('an objection after it was published takes it from the public at once, its files too, and so does unlocking its pack', async () => {
    const file = `${publicPath}/${sealed.hash}/fact-sheet.json`;
    const sponsor = await hub.signInByMail('sponsor@fresno-long-beach.example');
    const states = async () => [(await visitor.get(publicPath)).status, (await visitor.get(file)).status];
    assert.deepEqual(await states(), [200, 200]);
    const statement = `${hub.home}/reviews/packs/${sealed.hash}/statements/${sealed.statementId}`;
    const answer = { reason: 'timing', words: 'Not before the board has met.', version: '1' };
    assert.equal((await sponsor.post(statement, { ...answer, answer: 'objects' })).status, 303);
    assert.deepEqual(await states(), [404, 404]);
    assert.match(
      wordsOf(await coordinator.get(`${hub.home}/fact-sheet`)),
      /was taken from the public by Test Superintendent [^:]* on October 31, 2026: Long Beach objects to it\./,
    );
    const newer = /name="pack" value="([0-9a-f]{64})"/.exec(
      (await coordinator.get(`${hub.home}/fact-sheet`)).text,
    )?.[1];
    assert.ok(newer);
    await coordinator.post(`${hub.home}/fact-sheet/publish`, { pack: newer });
    assert.equal((await visitor.get(publicPath)).status, 200);
    const why = { reason: 'figure wrong', words: 'The baseline is not ours.' };
    const unlock = `${hub.home}/reviews/packs/${newer}/unlock`;
    assert.equal((await sponsor.post(unlock, why)).status, 303);
    assert.deepEqual(await states(), [404, 404]);
    assert.deepEqual(
      hub.log.filter(({ kind }) => kind === 'fault'),
      [],
    );
  });
});
