import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { removePerson } from '../src/hub/partnership/changePeople.store.ts';
import { asOperator } from '../src/hub/store/view.ts';
import type { Browser } from './browserUnderTest.ts';
import { wordsOf } from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { districtsUnderTest, emailOf, partnershipSlug } from './hubUnderTest.ts';
import { hostEmail, type NeedsUnderTest, needsUnderTest } from './needsUnderTest.ts';

const [fresno] = districtsUnderTest;

onEachEngine('the register of needs', (store) => {
  let hub: NeedsUnderTest;
  let coordinator: Browser;
  let lead: Browser;
  let principal: Browser;
  let host: Browser;
  let matching = '';
  let need = '';
  let ask = '';
  before(async () => {
    hub = await needsUnderTest(store());
    ({ coordinator, lead, principal, host, matching } = hub);
    need = (await coordinator.post(hub.newNeed, hub.needForm)).location ?? '';
    assert.equal((await host.post(hub.offer, hub.offerForm)).status, 303);
  });

  test('two who change the need at once: the second is told, keeps the words, and the history keeps both versions', async () => {
    const change = (browser: Browser, words: string) =>
      browser.post(`${need}/change`, {
        ...hub.needForm,
        version: '1',
        wording: words,
        words: 'Said more plainly',
      });
    assert.equal((await change(coordinator, 'First wording')).status, 303);
    const second = await change(lead, 'Second wording');
    assert.equal(second.status, 422);
    assert.match(
      wordsOf(second),
      /Test Coordinator changed this need while you were writing\. It now says: “First wording”/,
    );
    assert.match(second.text, /<textarea[^>]*name="wording"[^>]*>\nSecond wording<\/textarea>/);
    assert.match(wordsOf(await host.get(need)), /Changed First wording .*Confirmed See how number sense/);
  });

  test('a principal calls the comparison unfair, all read it, and only the principal withdraws it', async () => {
    const path = `${matching}/notes/new?cds=${fresno.cds}&measure=math_dfs&group=ALL`;
    assert.equal((await principal.post(path, { reason: 'unusual year' })).status, 422);
    const kept = await principal.post(path, {
      reason: 'unusual year',
      words: 'Smoke closed schools for nine days.',
    });
    assert.deepEqual([kept.status, kept.location], [303, `${need}#notes`]);
    const page = await lead.get(need);
    assert.match(
      wordsOf(page),
      /Unfair because the year was unusual here Smoke closed schools for nine days\. Test School/,
    );
    const withdraw = /action="([^"]*\/withdraw)"/.exec((await principal.get(need)).text)?.[1] ?? '';
    assert.doesNotMatch(page.text, /notes\/[^"]*\/withdraw/);
    assert.equal((await lead.post(withdraw)).status, 404);
    assert.equal((await principal.post(withdraw)).status, 303);
    assert.match(wordsOf(await lead.get(need)), /1 withdrawn note/);
  });

  test('the need is closed as met and opened again; what is closed asks nobody', async () => {
    assert.equal((await lead.post(`${need}/close`, { version: '2' })).status, 422);
    assert.equal((await lead.post(`${need}/close`, { version: '2', reason: 'met' })).status, 303);
    assert.match(wordsOf(await lead.get(hub.newAsk(need))), /This need is closed/);
    assert.equal((await lead.post(hub.newAsk(need), hub.askForm)).status, 422);
    assert.equal(
      (await lead.post(`${need}/reopen`, { version: '3', words: 'Grade 7 shows it, too' })).status,
      303,
    );
    assert.match(wordsOf(await lead.get(need)), /When opened again/);
  });

  test('an 11th ask within an hour is refused: each is a mail', async () => {
    assert.equal((await host.post(hub.offer, { ...hub.offerForm, version: '1', visits: '50' })).status, 303);
    let sent = 0;
    for (let i = 0; i < 12; i++) {
      const made = await coordinator.post(hub.newAsk(need), hub.askForm);
      if (made.status !== 303) {
        assert.match(wordsOf(made), /You have sent 10 asks within an hour/);
        break;
      }
      sent++;
      assert.equal((await coordinator.post(`${made.location}/withdraw`, { version: '1' })).status, 303);
    }
    assert.equal(sent, 10);
    const back = (await hub.mails()).filter(({ body }) => body.includes('takes the ask back'));
    assert.deepEqual([back.length, back[0]?.to], [10, emailOf('school')]);
  });

  test('the history tells all of it in sentences, and the log holds no word of it', async () => {
    const history = wordsOf(await host.get(`${hub.home}/history`));
    for (const sentence of [
      'Test Coordinator took back the ask of Long Beach: Mathematics, distance from standard, all students.',
      'Test Focus-area lead opened a need again: Mathematics, distance from standard, all students (Grade 7 shows it, too).',
      'Test Focus-area lead closed a need: Mathematics, distance from standard, all students (met).',
      'Test School called a comparison unfair: Mathematics, distance from standard, all students (Smoke closed schools for nine days).',
      'Test Coordinator changed a need: Mathematics, distance from standard, all students (Said more plainly).',
    ])
      assert.ok(history.includes(sentence), `${sentence}\n${history.slice(0, 3000)}`);
    const log = JSON.stringify(hub.log);
    for (const word of ['number sense', 'Smoke', 'plainly', 'coaches']) assert.ok(!log.includes(word), word);
    assert.deepEqual(
      hub.log.filter(({ kind }) => kind === 'fault'),
      [],
    );
  });

  test('an answer goes to whoever asked and to the owner of the need: 2 mails; a yes may become a no, and frees the visit', async () => {
    hub.clock.advance(61);
    ask = (await coordinator.post(hub.newAsk(need), hub.askForm)).location ?? '';
    const told = async () => {
      const mails = await hub.mails();
      return mails.filter(({ body }) => body.includes(ask) && /says (yes|no)/.test(body)).map(({ to }) => to);
    };
    const yes = { version: '1', answer: 'accepted', words: 'Call me.' };
    assert.equal((await principal.post(`${ask}/answer`, yes)).status, 303);
    assert.deepEqual((await told()).toSorted(), [emailOf('coordinator'), emailOf('focus-area-lead')]);
    assert.match(wordsOf(await host.get(`${matching}/capacity`)), /50 visits 49 visits left/);
    const no = { version: '2', answer: 'declined', reason: 'no capacity' };
    assert.equal((await host.post(`${ask}/answer`, no)).status, 303);
    assert.equal((await told()).length, 4);
    assert.doesNotMatch(wordsOf(await host.get(`${matching}/capacity`)), /49 visits left/);
  });

  test('an ask is overdue after 8 days, and after a term the need is lying', async () => {
    ask = (await lead.post(hub.newAsk(need), hub.askForm)).location ?? '';
    assert.doesNotMatch(wordsOf(await lead.get(`${matching}/needs`)), /What is lying/);
    hub.clock.advance(8 * 24 * 60);
    const then = await hub.signInByMail(emailOf('focus-area-lead'));
    assert.match(wordsOf(await then.get(ask)), /No answer for more than 7 days/);
    assert.match(wordsOf(await then.get(`${matching}/needs`)), /What is lying .*Unanswered ask/);
    hub.clock.advance(176 * 24 * 60);
    const later = await hub.signInByMail(emailOf('focus-area-lead'));
    assert.match(wordsOf(await later.get(need)), /Nothing was done about it for longer than a term/);
  });

  test('a need whose owner has left the partnership has no owner, and an offer whose person has left nobody to ask', async () => {
    await asOperator(store(), (view) =>
      removePerson(view, partnershipSlug, emailOf('focus-area-lead'), hub.clock.now),
    );
    const again = await hub.signInByMail(hostEmail);
    assert.match(wordsOf(await again.get(need)), /Test Focus-area lead is no longer of this district/);
    await asOperator(store(), (view) =>
      removePerson(view, partnershipSlug, emailOf('school'), hub.clock.now),
    );
    assert.match(wordsOf(await again.get(`${matching}/capacity`)), /Nobody to ask/);
  });
});
