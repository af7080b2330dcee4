import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Browser } from '../../../test/browserUnderTest.ts';
import { wordsOf } from '../../../test/claimsUnderTest.ts';
import { onEachEngine } from '../../../test/engines.ts';
import { emailOf, partnershipSlug } from '../../../test/hubUnderTest.ts';
import { hostEmail, type NeedsUnderTest, needsUnderTest, needWording } from '../../../test/needsUnderTest.ts';
import { insertCommitment } from '../commitments/commitments.store.ts';
import { addPerson } from '../partnership/changePeople.store.ts';
import { PersonDraft } from '../partnership/partnershipDraft.ts';
import { asMember, asOperator } from '../store/view.ts';
import { endDueMemberships } from './endMembership.store.ts';
import { dueOrphanAlarms } from './orphans.store.ts';

const successor = {
  email: 'nell@fresno.example',
  name: 'Nell Next',
  role: 'research-lead',
  district: '10621660000000',
};

onEachEngine('a role is left', (store) => {
  let hub: NeedsUnderTest;
  let coordinator: Browser;
  let host: Browser;
  let nell: Browser;
  let people = '';
  let lead = '';
  let handover = '';
  const baseUrl = 'http://127.0.0.1:8080';
  const alarms = (today: string) =>
    asMember(store(), hub.member('coordinator'), (view) =>
      dueOrphanAlarms(view, { today, baseUrl }, hub.clock.now),
    );

  before(async () => {
    hub = await needsUnderTest(store());
    ({ coordinator, host } = hub);
    people = `${hub.home}/people`;
    lead = hub.member('focus-area-lead').personId;
    await asOperator(store(), (view) =>
      addPerson(view, partnershipSlug, PersonDraft.parse(successor), hub.clock.now),
    );
    nell = await hub.signInByMail(successor.email);
    await coordinator.post(hub.newNeed, hub.needForm);
    const { name } = hub.member('focus-area-lead');
    const owner = { personId: lead, name, email: emailOf('focus-area-lead') };
    const { districtId } = hub.member('coordinator');
    const deputy = { personId: null, name: 'Sam Stand', email: 'sam@fresno.example' };
    const more = { owner, deputy, engagementId: null, benchmarkId: null, contactId: null };
    for (const [what, due] of [
      ['Send the number talk videos', '2025-10-20'],
      ['Host two coaches for a day', '2025-12-01'],
    ] as const)
      await asMember(store(), hub.member('coordinator'), (view) =>
        insertCommitment(view, districtId ?? '', { what, due, ...more }, () => [], hub.clock.now),
      );
  });

  test('a role without deputy is a gap; its coordinator names one, and the slower of two loses nothing', async () => {
    assert.match(wordsOf(await coordinator.get(people)), /8 roles have no deputy/);
    const path = `${people}/${lead}/deputy`;
    assert.equal((await host.post(path, { version: '0', deputy: '' })).status, 403);
    const unnamed = await coordinator.post(path, {
      version: '0',
      deputy: 'else',
      deputyName: 'Dee',
      deputyEmail: 'dee',
    });
    assert.equal(unnamed.status, 422);
    assert.match(unnamed.text, /id="deputyEmail-error"/);
    const other = await coordinator.post(path, {
      version: '0',
      deputy: 'else',
      deputyName: 'Dee Puty',
      deputyEmail: 'dee@fresno.example',
    });
    assert.equal(other.status, 303);
    const stale = await coordinator.post(path, { version: '0', deputy: hub.member('coordinator').personId });
    assert.equal(stale.status, 422);
    assert.match(wordsOf(stale), /Test Coordinator named Dee Puty while you were writing/);
    assert.match(wordsOf(await host.get(people)), /7 roles have no deputy.*Dee Puty/);
  });

  test('the preview names 3 things; nobody of Long Beach may begin; a day that is over or none is refused', async () => {
    const path = `${people}/${lead}/leave`;
    const preview = wordsOf(await coordinator.get(path));
    assert.match(preview, /What is theirs: 3/);
    for (const part of ['Send the number talk videos', 'Overdue by 14 days', needWording])
      assert.ok(preview.includes(part), part);
    assert.equal((await host.get(path)).status, 403);
    for (const leavesOn of ['', '2025-11-02', '31 November 2025']) {
      const page = await coordinator.post(path, { leavesOn });
      assert.equal(page.status, 422, leavesOn);
      assert.match(page.text, /id="leavesOn-error"/);
    }
  });

  test('the pack is kept as it was that day, and the successor and the leaver get a mail with its place', async () => {
    const form = await coordinator.get(`${people}/${lead}/leave`);
    const to = new RegExp('<option value="([^"]+)">Nell Next').exec(form.text)?.[1] ?? '';
    const begun = await coordinator.post(`${people}/${lead}/leave`, {
      leavesOn: '11/20/2025',
      successor: to,
      words: 'Moves to Modesto.',
    });
    assert.equal(begun.status, 303);
    handover = begun.location ?? '';
    const mails = (await hub.mails()).filter(({ subject }) => subject.includes('leaves'));
    assert.deepEqual(mails.map(({ to: address }) => address).sort(), [
      'dee@fresno.example',
      emailOf('focus-area-lead'),
      successor.email,
    ]);
    assert.ok(mails.find((mail) => mail.to === successor.email)?.body.includes(`${baseUrl}${handover}`));
    assert.doesNotMatch(mails.find((mail) => mail.to === 'dee@fresno.example')?.body ?? '', /http/);
    const pack = wordsOf(await nell.get(`${handover}/pack`));
    for (const part of [
      /Nell Next takes over; Dee Puty is deputy/,
      /Pat Host 1 commitment is overdue between you, the oldest by 14 days/,
      /Pat Host, Long Beach Unified Commitments shared with Pat Host Promised By When Send the number talk videos We give/,
      /We give/,
      /fingerprint [0-9a-f]{64}/,
    ])
      assert.match(pack, part);
    assert.equal((await hub.principal.get(`${handover}/pack`)).status, 403);
    assert.equal((await host.get(`${handover}/pack`)).status, 200);
    assert.equal(
      (await coordinator.post(`${people}/${lead}/leave`, { leavesOn: '2025-12-24' })).location,
      handover,
    );
  });

  test('one thing is handed over by a press, with its line in the history; pressed twice it says so', async () => {
    const page = await coordinator.get(handover);
    const [, kind, id, to] =
      /name="kind" value="(commitment)"><input type="hidden" name="id" value="([^"]+)"><input type="hidden" name="to" value="([^"]+)"/.exec(
        page.text,
      ) ?? [];
    const press = { kind: kind ?? '', id: id ?? '', to: to ?? '' };
    assert.equal((await host.post(`${handover}/hand`, press)).status, 403);
    assert.equal((await coordinator.post(`${handover}/hand`, press)).status, 303);
    assert.match(wordsOf(await nell.get(`${people}/me`)), /Mine: 1 Send the number talk videos/);
    const again = await coordinator.post(`${handover}/hand`, press);
    assert.equal(again.status, 409);
    assert.match(wordsOf(again), /That is not theirs any more/);
    assert.match(wordsOf(await coordinator.get(handover)), /2 things are still theirs/);
    assert.match(wordsOf(await nell.get(`${handover}/pack`)), /Send the number talk videos/);
  });

  test('the last day over, the membership ends with every sign-in; nothing was told before', async () => {
    const leaver = await hub.signInAs('focus-area-lead');
    assert.equal((await leaver.get(people)).status, 200);
    assert.equal(await alarms('2025-11-20'), 0);
    assert.equal(await endDueMemberships(store(), new Date('2025-11-20T20:00:00Z')), 0);
    assert.equal(await endDueMemberships(store(), new Date('2025-11-21T20:00:00Z')), 1);
    assert.equal(await endDueMemberships(store(), new Date('2025-11-21T20:00:00Z')), 0);
    assert.equal((await leaver.get(people)).status, 303);
    assert.match(wordsOf(await host.get(people)), /2 things have no owner .* Was Test Focus-area lead’s/);
  });

  test('2 orphans are told to Fresno at once, to Long Beach on day 14, and each once; handed over they are told no more', async () => {
    assert.equal(await alarms('2025-11-21'), 2);
    const [standIn] = (await hub.mails()).filter(({ subject }) => subject.startsWith('You stand in'));
    assert.equal(standIn?.to, 'sam@fresno.example');
    assert.match(
      standIn?.body ?? '',
      /Commitment: Host two coaches for a day \(was Test Focus-area lead’s\)/,
    );
    assert.doesNotMatch(standIn?.body ?? '', /http|number talk/);
    assert.equal(await alarms('2025-11-22'), 0);
    const told = async () => (await hub.mails()).filter(({ subject }) => subject.includes('without owner'));
    const [first] = await told();
    assert.equal(first?.to, emailOf('coordinator'));
    assert.match(
      first?.body ?? '',
      /2 things in Fresno have no owner any more:\n\n {2}Commitment: Host two coaches for a day \(was Test Focus-area lead’s\)/,
    );
    assert.equal(await alarms('2025-12-04'), 0);
    assert.equal(await alarms('2025-12-05'), 1);
    assert.deepEqual((await told()).map(({ to }) => to).sort(), [emailOf('coordinator'), hostEmail]);
    const form = await coordinator.get(handover);
    const to = new RegExp('<option value="([^"]+)" selected>Nell Next').exec(form.text)?.[1] ?? '';
    assert.equal((await coordinator.post(`${handover}/hand-all`, { to })).status, 303);
    assert.match(wordsOf(await coordinator.get(handover)), /Everything is handed over/);
    assert.equal(await alarms('2025-12-06'), 0);
    assert.doesNotMatch(wordsOf(await host.get(people)), /no owner/);
  });

  test('Fresno keeps somebody who speaks for it: its coordinator cannot leave before there is another', async () => {
    const own = hub.member('coordinator').personId;
    const begun = await coordinator.post(`${people}/${own}/leave`, { leavesOn: '2025-11-03' });
    const ended = await coordinator.post(`${begun.location}/end`, {});
    assert.equal(ended.status, 409);
    assert.match(wordsOf(ended), /would have neither a coordinator nor a superintendent here/);
    assert.equal((await coordinator.post(`${begun.location}/call-off`, {})).status, 303);
    assert.equal((await coordinator.post(`${begun.location}/end`, {})).status, 409);
    assert.equal((await coordinator.get(people)).status, 200);
  });
});
