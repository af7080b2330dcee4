import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Browser } from '../../../test/browserUnderTest.ts';
import { wordsOf } from '../../../test/claimsUnderTest.ts';
import { onEachEngine } from '../../../test/engines.ts';
import { emailOf, type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';

onEachEngine('hours that wait', (store) => {
  let hub: HubUnderTest;
  let coordinator: Browser;
  let entry = '';
  const about = (text: string) => async () =>
    (await hub.mails()).filter(({ subject }) => subject.startsWith(text));
  const links = async () => wordsOf(await coordinator.get(`${hub.home}/people/links`));
  before(async () => {
    hub = await hubUnderTest(store());
    coordinator = await hub.signInAs('coordinator');
  });

  test('entered by Fresno they are mailed once to Long Beach, with their page; no link is kept where no answer comes in', async () => {
    const form = { side: 'gave', day: '2025-11-02', hours: '3', kind: 'call', focusArea: 'mathematics' };
    entry = (await coordinator.post(`${hub.home}/work/hours/new`, form)).location ?? '';
    const [mail, ...more] = await about('Hours to confirm')();
    assert.deepEqual([mail?.to, more.length], [emailOf('sponsor'), 0]);
    assert.equal(mail?.subject, 'Hours to confirm: Fresno gave Long Beach 3 h');
    assert.ok(mail?.body.includes(`http://127.0.0.1:8080${entry}\n`), mail?.body);
    assert.match(await links(), /Nobody holds a link that is good/);
  });

  test('corrected they are mailed anew; where answers come in, one line says so', async () => {
    const answering = await hubUnderTest(store(), { replyAddress: 'tandem@hub.example' });
    const again = await answering.signInAs('coordinator');
    const corrected = { version: '1', day: '2025-11-02', hours: '2.5', kind: 'call' };
    assert.equal((await again.post(`${entry}/correct`, corrected)).status, 303);
    assert.equal((await again.post(`${entry}/correct`, corrected)).status, 409);
    const [mail, ...more] = await about('Corrected')();
    assert.deepEqual([mail?.subject, more.length], ['Corrected: Fresno gave Long Beach 2.5 h', 0]);
    assert.match(await links(), /Confirm or dispute hours, by answering the mail/);
  });

  test('whoever received the visitors without account confirms by a link of their own', async () => {
    const visit = {
      kind: 'visit',
      title: 'Two classrooms',
      day: '2025-11-12',
      from: '9:00 AM',
      to: '12:30',
      place: 'Sample Middle 1',
      purpose: 'See a lesson',
      host: hub.member('school').districtId ?? '',
      [`member-${hub.member('coordinator').personId}`]: 'on',
      'others-2': 'Robin Gate, robin@lb.example',
    };
    const page = (await coordinator.post(`${hub.home}/work/contacts/new`, visit)).location ?? '';
    hub.clock.advance(12 * 24 * 60);
    coordinator = await hub.signInByMail(emailOf('coordinator'));
    const minutes = { version: '1', notes: 'Two lessons.', 'attended-1': 'on', 'attended-2': 'on' };
    const hours = { 'gave-2': '4', focusArea: 'mathematics' };
    assert.equal((await coordinator.post(`${page}/minutes`, { ...minutes, ...hours })).status, 303);
    const mail = (await about('Hours to confirm')()).find(({ to }) => to === 'robin@lb.example');
    const link = /\/links\/\S+/.exec(mail?.body ?? '')?.[0] ?? '';
    const visitor = hub.visitor();
    assert.match(wordsOf(await visitor.get(link)), /Is this right: 4 h of shared work/);
    const sent = await visitor.post(link, { version: '1', answer: 'confirmed' }, { from: link });
    assert.equal(sent.status, 200);
    assert.match(wordsOf(await coordinator.get(`${hub.home}/work/hours`)), /We gave 0 h and got 4 h/);
    assert.deepEqual(
      hub.log.filter(({ kind }) => kind === 'fault'),
      [],
    );
  });
});
