import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { estimateCommand } from '../src/commands/estimate.ts';
import { selectClaims } from '../src/hub/claims/claims.store.ts';
import { asMember } from '../src/hub/store/view.ts';
import {
  claimForm,
  claimSubject,
  type ClaimsUnderTest,
  claimsUnderTest,
  wordsOf,
} from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

onEachEngine('a claim', (store) => {
  let hub: ClaimsUnderTest;
  let first = '';
  before(async () => {
    hub = await claimsUnderTest(store());
  });

  test('a wrong form is given back with a sentence at each field and nothing is kept', async () => {
    const page = await hub.coordinator.post(`${hub.claims}/new?${claimSubject}`, {
      ...claimForm,
      smallest: '',
      firstYear: '2008',
    });
    assert.equal(page.status, 422);
    assert.match(page.text, /id="smallest-error"/);
    assert.match(page.text, /id="firstYear-error"/);
    assert.match(page.text, /Two points a year or more\./);
    assert.equal((await asMember(store(), hub.member('coordinator'), selectClaims)).length, 0);
  });

  test('a claim registered before anything is loaded says so, and refuses to run with what to do', async () => {
    first = await hub.register();
    const page = await hub.coordinator.get(first);
    assert.match(wordsOf(page), /Registered before the data was loaded/);
    assert.match(wordsOf(page), /the school year 2008-09 was over: the figures may have been seen elsewhere/);
    const run = await hub.coordinator.post(`${first}/run`);
    assert.equal(run.status, 422);
    assert.match(wordsOf(run), /It was not run\. No district has a figure of the outcome before the start/);
    assert.equal((await hub.coordinator.get(`${first}/panel.csv`)).status, 404);
  });

  test('on made-up districts it says in its sentence that they are made up', async () => {
    await hub.load('sample');
    const run = await hub.coordinator.post(`${first}/run`);
    assert.equal(run.status, 303, run.text);
    const page = wordsOf(await hub.coordinator.get(first));
    assert.match(page, /Fresno and Long Beach .* The districts compared with are made up/);
    assert.match(page, /16 made-up districts meet the rule/);
    assert.match(page, /Every choice of 2 other districts is treated .* Of 120 such placebos/);
  });

  test('on the same data again nothing changes; on new data an estimate is added and the earlier one stays', async () => {
    hub.clock.advance(60);
    const same = await hub.coordinator.post(`${first}/run`);
    assert.match(same.location ?? '', /\?same=data&estimate=[0-9a-f-]{36}$/);
    assert.match(
      wordsOf(await hub.coordinator.get(same.location ?? '')),
      /Nothing changed: the data is the same/,
    );
    await hub.load('published');
    assert.equal((await hub.coordinator.post(`${first}/run`)).status, 303);
    const page = await hub.coordinator.get(first);
    assert.doesNotMatch(wordsOf(page), /are made up|made-up/);
    assert.match(
      wordsOf(page),
      /1 that meet the rule lack the outcome in some years .* Amber Mesa Unified 2010-11/,
    );
    const runs = [...page.text.matchAll(/\?estimate=([0-9a-f-]{36})"/g)].map(([, id]) => id);
    assert.equal(new Set(runs).size, 2);
    assert.match(wordsOf(await hub.coordinator.get(`${first}?estimate=${runs.at(-1)}`)), /are made up/);
    assert.equal((await hub.coordinator.get(`${first}?estimate=nonsense`)).status, 404);
  });

  test('the registration is downloaded byte for byte as it was fingerprinted, the panel too', async () => {
    const page = await (await hub.signInAs('school')).get(first);
    const printed = [...page.text.matchAll(/<code>([0-9a-f]{64})<\/code>/g)].map(([, hash]) => hash);
    const registration = await hub.coordinator.get(`${first}/registration.json`);
    const panel = await hub.coordinator.get(`${first}/panel.csv`);
    assert.deepEqual(printed, [sha256(registration.text), sha256(panel.text)]);
    assert.equal(registration.headers.get('content-type'), 'application/json; charset=utf-8');
    assert.equal(panel.headers.get('content-type'), 'text/csv; charset=utf-8');
    assert.match(
      panel.headers.get('content-disposition') ?? '',
      /^attachment; filename="fresno-long-beach-claim-[0-9a-f]{8}-panel-[0-9a-f]{8}\.csv"$/,
    );
    assert.match(panel.headers.get('content-security-policy') ?? '', /default-src 'none'/);
    assert.equal(panel.text.split('\n').length, 1 + 17 * 10 + 1);
  });

  test('the printed command works the estimate out again to the last digit, and says the same', async () => {
    const page = wordsOf(await hub.coordinator.get(first));
    const command = /tandem estimate \S+-panel-[0-9a-f]{8}\.csv (--unit .*? --outcome-unit) "([^"]+)"/.exec(
      page,
    );
    assert.ok(command, page);
    const folder = mkdtempSync(join(tmpdir(), 'tandem-claim-'));
    after(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'panel.csv');
    writeFileSync(file, (await hub.coordinator.get(`${first}/panel.csv`)).text);
    const said: string[] = [];
    const io = { stdout: { write: (text: string) => said.push(text) }, stderr: { write: () => true } };
    const words = [file, ...(command[1] ?? '').split(' '), command[2] ?? '', '--json'];
    assert.equal(await estimateCommand(words, io), 0);
    const report = z
      .object({
        estimate: z.number(),
        se: z.number(),
        interval: z.array(z.number()),
        placebo: z.object({ p: z.number() }),
        otherMethods: z.array(z.object({ method: z.string(), estimate: z.number() })),
        smallestDetectable: z.number(),
        verdict: z.object({ says: z.string() }),
      })
      .parse(JSON.parse(said.join('')));
    const [kept] = await store().transaction((connection) =>
      connection.query('select result from claim_estimate order by made_at desc limit 1'),
    );
    const result = kept?.result as {
      methods: {
        method: string;
        estimate: number;
        standardError: number;
        interval: number[];
        placebo: { p: number };
      }[];
      smallestDetectable: number;
      verdict: { says: string };
    };
    const own = result.methods.find(({ method }) => method === 'sdid');
    assert.ok(own);
    assert.deepEqual(
      [report.estimate, report.se, report.interval, report.placebo.p],
      [own.estimate, own.standardError, own.interval, own.placebo.p],
    );
    for (const { method, estimate } of report.otherMethods)
      assert.equal(estimate, result.methods.find((one) => one.method === method)?.estimate, method);
    assert.deepEqual(
      [report.smallestDetectable, report.verdict.says],
      [result.smallestDetectable, result.verdict.says],
    );
  });

  test('a claim registered now is marked as seen with the years; a correction leaves the old one and is named on it', async () => {
    const second = await hub.register(`&replaces=${first.split('/').at(-1)}`, { smallest: '3' });
    const page = wordsOf(await hub.coordinator.get(second));
    assert.match(page, /Registered after the data was seen/);
    assert.match(page, /already in this store \(2008-09 to 2012-13\)/);
    assert.match(page, /Corrects an earlier claim/);
    assert.match(wordsOf(await hub.coordinator.get(first)), /A later claim corrects this one\./);
    assert.match(wordsOf(await hub.coordinator.get(hub.claims)), /Corrected by a later claim/);
  });
});
