import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Browser } from './browserUnderTest.ts';
import { wordsOf } from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { districtsUnderTest, emailOf } from './hubUnderTest.ts';
import { type NeedsUnderTest, needsUnderTest, needWording } from './needsUnderTest.ts';

const [fresno, longBeach] = districtsUnderTest;

onEachEngine('from a need to an answer', (store) => {
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
  });

  test('before anybody confirms it, the grid calls it a need of Fresno and a strength of Long Beach', async () => {
    const form = await coordinator.get(hub.newNeed);
    assert.equal(form.status, 200);
    assert.match(wordsOf(form), /What the figures say Need/);
    assert.doesNotMatch(form.text, /name="reason"/);
    const chooser = await coordinator.get(`${matching}/needs/new`);
    assert.match(wordsOf(chooser), /What the figures call a need Mathematics, distance from standard/);
  });

  test('an empty form is refused with 422 and 2 sentences at their fields; nothing is confirmed', async () => {
    const page = await coordinator.post(hub.newNeed, { focusArea: 'mathematics' });
    assert.equal(page.status, 422);
    assert.match(
      page.text,
      /id="wording-error"[^<]*<strong>Error:<\/strong> Say in your own words what you need/,
    );
    assert.match(page.text, /id="owner-error"/);
    assert.match(wordsOf(await coordinator.get(`${matching}/needs`)), /Fresno has confirmed no need yet/);
  });

  test('a coordinator confirms it, and the partner reads its words, its owner and the figures as they were', async () => {
    const made = await coordinator.post(hub.newNeed, hub.needForm);
    assert.equal(made.status, 303);
    need = made.location ?? '';
    const page = wordsOf(await host.get(need));
    for (const part of [
      needWording,
      'owned by Test Focus-area lead',
      'When confirmed',
      'worse than expected',
      'Long Beach is strong where Fresno is in need: partner assistance suggests itself.',
      'Long Beach offers no capacity in this focus area yet.',
    ])
      assert.ok(page.includes(part), part);
    assert.doesNotMatch(page, /Change or close|Ask Long Beach/);
  });

  test('the same need is not confirmed twice, and nobody of Long Beach confirms, changes or asks for Fresno', async () => {
    const again = await lead.post(hub.newNeed, hub.needForm);
    assert.equal(again.status, 422);
    assert.match(wordsOf(again), /Your district has an open need about this already/);
    for (const path of [hub.newNeed, `${need}/change`, hub.newAsk(need)])
      assert.equal((await host.get(path)).status, 403, path);
    for (const path of [hub.newNeed, `${need}/change`, `${need}/close`, hub.newAsk(need)])
      assert.equal((await host.post(path, { ...hub.needForm, version: '1' })).status, 403, path);
    assert.equal(
      (await coordinator.get(`${matching}/needs/new?cds=${longBeach.cds}&measure=math_dfs&group=EL`)).status,
      403,
    );
  });

  test('without capacity nothing is asked: the page says why, and the form is refused', async () => {
    const page = await lead.get(hub.newAsk(need));
    assert.match(wordsOf(page), /Long Beach has no free capacity in this focus area/);
    assert.equal((await lead.post(hub.newAsk(need), hub.askForm)).status, 422);
    assert.equal((await lead.get(hub.newAsk(need).replace(longBeach.cds, fresno.cds))).status, 403);
  });

  test('Long Beach offers 1 visit in spring, of its principal, and says so to everybody', async () => {
    assert.equal((await host.post(hub.offer, { ...hub.offerForm, person: '' })).status, 422);
    assert.equal((await host.post(hub.offer, hub.offerForm)).status, 303);
    const meanwhile = await host.post(hub.offer, { ...hub.offerForm, visits: '4' });
    assert.equal(meanwhile.status, 422);
    assert.match(wordsOf(meanwhile), /Pat Host has changed this offer while you were writing to 1 visit/);
    assert.match(
      wordsOf(await lead.get(`${matching}/capacity`)),
      /Free 1 visit Ask Test School until June 30, 2026/,
    );
    const proposals = wordsOf(await lead.get(`${matching}/proposals`));
    assert.match(proposals, /Mathematics, distance from standard: all students, Fresno Partner assistance/);
    assert.match(proposals, /Runner-up None: it is all there is\./);
  });

  test('the lead asks: the principal gets a mail with the need, the words, and the figures for which they are asked', async () => {
    const made = await lead.post(hub.newAsk(need), hub.askForm);
    assert.equal(made.status, 303);
    ask = made.location ?? '';
    const mail = await hub.newMail();
    assert.equal(mail.to, emailOf('school'));
    assert.equal(mail.subject, 'Fresno asks Long Beach: Mathematics, distance from standard, all students');
    for (const part of [
      /Test Focus-area lead \(focus-area lead, Fresno Unified\) asks you for a visit in spring 2025-26/,
      /See how number sense is taught in grade 8/,
      /May two of our coaches come for a day\?/,
      /Long Beach Unified is strong here/,
      /points in 2024-25, [\d,]+ students\./,
      /95\s% interval [\d.]+ to [\d.]+\): better than expected/,
    ])
      assert.match(mail.body, part);
    assert.ok(mail.body.includes(`http://127.0.0.1:8080${ask}`));
  });

  test('the ask stands on 3 pages, cannot be sent again, and no second visit is left', async () => {
    for (const path of [need, `${matching}/needs`, ask])
      assert.match(wordsOf(await host.get(path)), /Asked/, path);
    assert.match(wordsOf(await principal.get(`${matching}/needs`)), /Yours to answer/);
    const again = await coordinator.post(hub.newAsk(need), hub.askForm);
    assert.equal(again.status, 422);
    assert.match(wordsOf(again), /has been asked about this need and has not answered yet/);
    assert.match(wordsOf(await coordinator.get(`${matching}/capacity`)), /Used up/);
  });

  test('nobody but the principal and a coordinator of Long Beach answers; nobody but Fresno takes it back', async () => {
    const sponsor = await hub.signInAs('sponsor');
    const yes = { version: '1', answer: 'accepted', words: 'Come.' };
    for (const [name, browser] of [
      ['asker', lead],
      ['sponsor', sponsor],
      ['facilitator', await hub.signInAs('facilitator')],
    ] as const)
      assert.equal((await browser.post(`${ask}/answer`, yes)).status, 403, name);
    for (const browser of [principal, host, sponsor])
      assert.equal((await browser.post(`${ask}/withdraw`, { version: '1' })).status, 403);
    assert.doesNotMatch((await sponsor.get(ask)).text, /Send the answer/);
  });

  test('the principal is the wrong person and names somebody without an account; the lead hears of it by mail', async () => {
    const bare = await principal.post(`${ask}/answer`, { version: '1', answer: 'declined' });
    assert.equal(bare.status, 422);
    assert.match(bare.text, /id="reason-error"/);
    const declined = await principal.post(`${ask}/answer`, {
      version: '1',
      answer: 'declined',
      reason: 'wrong person',
      person: 'outside',
      personName: 'Jules Other',
      personEmail: 'jules@longbeach.example',
    });
    assert.equal(declined.status, 303);
    const mail = await hub.newMail();
    assert.equal(mail.to, emailOf('focus-area-lead'));
    assert.match(
      mail.body,
      /Long Beach\) says no: a visit[\s\S]*Why not: wrong person[\s\S]*Ask Jules Other instead/,
    );
    assert.match(
      wordsOf(await lead.get(ask)),
      /Test School said no Wrong person\. Ask Jules Other instead\./,
    );
  });

  test('the lead asks Jules, who is told that no account is needed; the coordinator answers for Jules with a day', async () => {
    const link = /href="([^"]*instead=[^"]*)"/
      .exec((await lead.get(ask)).text)?.[1]
      ?.replaceAll('&amp;', '&');
    assert.ok(link);
    const made = await lead.post(link, hub.askForm);
    assert.equal(made.status, 303);
    const mail = await hub.newMail();
    assert.equal(mail.to, 'jules@longbeach.example');
    assert.match(
      mail.body,
      /You need no account: tell your coordinator[\s\S]*Pat Host <host@longbeach\.example>/,
    );
    ask = made.location ?? '';
    const yes = { version: '1', answer: 'accepted', proposedOn: '2026-02-12', words: 'Park at the back.' };
    assert.equal((await host.post(`${ask}/answer`, yes)).status, 303);
    const answer = await hub.newMail();
    assert.equal(answer.to, emailOf('focus-area-lead'));
    assert.match(answer.body, /says yes: a visit[\s\S]*February 12, 2026[\s\S]*Park at the back/);
    const late = await host.post(`${ask}/answer`, yes);
    assert.equal(late.status, 422);
    assert.match(wordsOf(late), /Pat Host was quicker: the ask is accepted now/);
  });

  test('the history tells it in sentences, and the log holds no word of it', async () => {
    const history = wordsOf(await host.get(`${hub.home}/history`));
    for (const sentence of [
      'Pat Host accepted Fresno’s ask: Mathematics, distance from standard, all students.',
      'Test School declined Fresno’s ask: Mathematics, distance from standard, all students (wrong person).',
      'Test Focus-area lead asked Long Beach for a visit in spring 2025-26: Mathematics, distance from standard, all students.',
      'Pat Host offered 1 visit in mathematics, spring 2025-26.',
      'Test Coordinator confirmed a need: Mathematics, distance from standard, all students.',
    ])
      assert.ok(history.includes(sentence), `${sentence}\n${history.slice(0, 3000)}`);
    // Ids hold any digits; what is looked for is words and a figure.
    const log = JSON.stringify(hub.log).replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id');
    for (const word of ['number sense', 'coaches', 'jules', 'Park at', '-60'])
      assert.ok(!log.includes(word), word);
    assert.deepEqual(
      hub.log.filter(({ kind }) => kind === 'fault'),
      [],
    );
  });
});
