import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { before, test } from 'node:test';
import { findBrokenAuditLine } from '../src/hub/audit/audit.store.ts';
import { selectInitiatives } from '../src/hub/claims/initiatives.store.ts';
import { asMember } from '../src/hub/store/view.ts';
import {
  claimForm,
  claimSubject,
  type ClaimsUnderTest,
  claimsUnderTest,
  wordsOf,
} from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { otherEmail } from './hubUnderTest.ts';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

onEachEngine('claims and who may what', (store) => {
  let hub: ClaimsUnderTest;
  let first = '';
  before(async () => {
    hub = await claimsUnderTest(store());
  });

  test('before the first, the list says how one is made, and only two roles may make it', async () => {
    const list = await (await hub.signInAs('school')).get(hub.claims);
    assert.match(wordsOf(list), /No claim is registered yet A claim takes two steps/);
    assert.doesNotMatch(list.text, /claims\/new/);
    for (const role of ['coordinator', 'research-lead'] as const)
      assert.equal((await (await hub.signInAs(role)).get(`${hub.claims}/new`)).status, 200, role);
    for (const role of ['sponsor', 'facilitator', 'school'] as const) {
      const page = await (await hub.signInAs(role)).post(`${hub.claims}/new?${claimSubject}`, claimForm);
      assert.equal(page.status, 403, role);
    }
  });

  test('a claim is registered and run', async () => {
    await hub.load('published');
    first = await hub.register();
    assert.equal((await hub.coordinator.post(`${first}/run`)).status, 303);
  });

  test('the application can neither change nor delete a claim or an estimate', async () => {
    for (const statement of [
      'update claim set hash = hash',
      'delete from claim',
      'update claim_estimate set software = software',
      'delete from claim_estimate',
      'delete from initiative',
    ]) {
      await assert.rejects(
        store().transaction(async (connection) => {
          await connection.query("select set_config('role', 'tandem_app', true)");
          await connection.query(statement);
        }),
        /permission denied/,
        statement,
      );
    }
  });

  test('an initiative is listed, shown on the claim it may have caused, and ended; both acts are in the history', async () => {
    const listed = await hub.coordinator.post(`${hub.claims}/initiatives/new`, {
      name: 'CORE districts',
      words: 'Large districts work together.',
      source: 'coredistricts.org',
      fromYear: '2010',
      reach: 'districts',
      'district-1': '10621660000000',
    });
    assert.equal(listed.status, 303, listed.text);
    assert.match(
      wordsOf(await hub.coordinator.get(first)),
      /CORE districts ran in these very districts: no estimate can tell it apart/,
    );
    const [one] = await asMember(store(), hub.member('coordinator'), selectInitiatives);
    const end = `${hub.claims}/initiatives/${one?.id}/end`;
    assert.equal((await hub.coordinator.post(end, { toYear: '2009' })).status, 422);
    assert.equal((await hub.coordinator.post(end, { toYear: '2015' })).status, 303);
    assert.equal((await hub.coordinator.post(end, { toYear: '2016' })).status, 404);
    const history = wordsOf(await hub.coordinator.get(`${hub.home}/history`));
    assert.match(history, /Test Coordinator listed a concurrent initiative: CORE districts\./);
    assert.match(history, /Test Coordinator ended a concurrent initiative: CORE districts\./);
    assert.match(
      history,
      /Test Coordinator registered a claim: Academic Performance Index, growth, all students\./,
    );
    assert.match(history, /Test Coordinator ran a claim: Academic Performance Index, growth, all students\./);
  });

  test('another partnership sees none of it', async () => {
    const other = await hub.signInByMail(otherEmail);
    assert.equal((await other.get(first)).status, 404);
    const theirs = first.replace('fresno-long-beach', 'other');
    for (const path of ['', '/registration.json', '/panel.csv'])
      assert.equal((await other.get(theirs + path)).status, 404, path);
    assert.match(wordsOf(await other.get('/partnerships/other/claims')), /No claim is registered yet/);
  });

  test('a registration that was altered behind Tandem’s back is shown as altered and is not run', async () => {
    const id = first.split('/').at(-1);
    const change = 'update claim set registration = replace(registration, $2, $3) where claim_id = $1';
    await store().transaction((connection) =>
      connection.query(change, [id, '"smallestThatMatters":"2"', '"smallestThatMatters":"9"']),
    );
    const page = wordsOf(await hub.coordinator.get(first));
    assert.match(page, /Altered since it was registered/);
    assert.match(page, /does not have the fingerprint that was kept with it/);
    const run = await hub.coordinator.post(`${first}/run`);
    assert.equal(run.status, 422);
    assert.match(wordsOf(run), /The registration is not what was registered/);

    const [row] = await store().transaction((connection) =>
      connection.query('select registration from claim where claim_id = $1', [id]),
    );
    await store().transaction((connection) =>
      connection.query('update claim set hash = $2 where claim_id = $1', [
        id,
        sha256(String(row?.registration)),
      ]),
    );
    assert.match(wordsOf(await hub.coordinator.get(first)), /Its fingerprint is not the one in the history/);
    const member = hub.member('coordinator');
    assert.equal(
      await asMember(store(), member, (view) => findBrokenAuditLine(view, member.partnership.id)),
      undefined,
    );
    assert.deepEqual(
      hub.log.filter((line) => line.kind === 'fault'),
      [],
    );
  });
});
