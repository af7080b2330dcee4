import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { addPerson, removePerson } from '../src/hub/partnership/changePeople.store.ts';
import { PersonDraft } from '../src/hub/partnership/partnershipDraft.ts';
import { asOperator } from '../src/hub/store/view.ts';
import type { Browser, Page } from './browserUnderTest.ts';
import { onEachEngine } from './engines.ts';
import {
  districtsUnderTest,
  emailOf,
  type HubUnderTest,
  hubUnderTest,
  partnershipSlug,
} from './hubUnderTest.ts';
import { plantNeed } from './plantedNeed.ts';

const [fresno, longBeach] = districtsUnderTest;
const hostEmail = 'host@longbeach.example';
const wording = 'See how number sense is taught in grade 8';

/** A page's words without its markup. */
const wordsOf = ({ text }: Page) =>
  text
    .replaceAll(/<(style|script)[\s\S]*?<\/\1>/g, '')
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll(/\s+/g, ' ');

onEachEngine('from a need to an answer', (store) => {
  let hub: HubUnderTest;
  let coordinator: Browser;
  let lead: Browser;
  let principal: Browser;
  let host: Browser;
  let matching = '';
  let need = '';
  let ask = '';
  before(async () => {
    await plantNeed(store());
    hub = await hubUnderTest(store());
    const person = { email: hostEmail, name: 'Pat Host', role: 'coordinator', district: longBeach.cds };
    await asOperator(store(), (view) =>
      addPerson(view, partnershipSlug, PersonDraft.parse(person), hub.clock.now),
    );
    coordinator = await hub.signInAs('coordinator');
    lead = await hub.signInAs('focus-area-lead');
    principal = await hub.signInAs('school');
    host = await hub.signInByMail(hostEmail);
    matching = `${hub.home}/matching`;
  });
  const seen = new Set<string>();
  /** The one mail that was made since this was asked before. */
  const newest = async () => {
    const fresh = (await hub.mails()).filter(
      ({ id, subject }) => !seen.has(id) && !subject.includes('sign-in'),
    );
    for (const { id } of fresh) seen.add(id);
    assert.equal(fresh.length, 1);
    return fresh[0] as (typeof fresh)[0];
  };
  const newNeed = () => `${matching}/needs/new?cds=${fresno.cds}&measure=math_dfs&group=ALL`;
  const needForm = () => ({
    wording,
    focusArea: 'mathematics',
    owner: hub.member('focus-area-lead').personId,
  });
  const askForm = { term: '2026-spring', kind: 'visit', words: 'May two of our coaches come for a day?' };
  const newAsk = () => `${matching}/asks/new?need=${need.split('/').at(-1)}&cds=${longBeach.cds}`;

  test('before anybody confirms it, the grid calls it a need of Fresno and a strength of Long Beach', async () => {
    const form = await coordinator.get(newNeed());
    assert.equal(form.status, 200);
    assert.match(wordsOf(form), /What the figures say Need/);
    assert.doesNotMatch(form.text, /name="reason"/);
    const chooser = await coordinator.get(`${matching}/needs/new`);
    assert.match(wordsOf(chooser), /What the figures call a need Mathematics, distance from standard/);
  });

  test('an empty form is refused with 422 and 2 sentences at their fields; nothing is confirmed', async () => {
    const page = await coordinator.post(newNeed(), { focusArea: 'mathematics' });
    assert.equal(page.status, 422);
    assert.match(
      page.text,
      /id="wording-error"[^<]*<strong>Error:<\/strong> Say in your own words what you need/,
    );
    assert.match(page.text, /id="owner-error"/);
    assert.match(wordsOf(await coordinator.get(`${matching}/needs`)), /Fresno has confirmed no need yet/);
  });

  test('a coordinator confirms it, and the partner reads its words, its owner and the figures as they were', async () => {
    const made = await coordinator.post(newNeed(), needForm());
    assert.equal(made.status, 303);
    need = made.location ?? '';
    const page = wordsOf(await host.get(need));
    for (const part of [
      wording,
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
    const again = await lead.post(newNeed(), needForm());
    assert.equal(again.status, 422);
    assert.match(wordsOf(again), /Your district has an open need about this already/);
    for (const path of [newNeed(), `${need}/change`, newAsk()])
      assert.equal((await host.get(path)).status, 403, path);
    for (const path of [newNeed(), `${need}/change`, `${need}/close`, newAsk()])
      assert.equal((await host.post(path, { ...needForm(), version: '1' })).status, 403, path);
    assert.equal(
      (await coordinator.get(`${matching}/needs/new?cds=${longBeach.cds}&measure=math_dfs&group=EL`)).status,
      403,
    );
  });

  test('without capacity nothing is asked: the page says why, and the form is refused', async () => {
    const page = await lead.get(newAsk());
    assert.match(wordsOf(page), /Long Beach has no free capacity in this focus area/);
    assert.equal((await lead.post(newAsk(), askForm)).status, 422);
    assert.equal((await lead.get(newAsk().replace(longBeach.cds, fresno.cds))).status, 403);
  });

  test('Long Beach offers 1 visit in spring, of its principal, and says so to everybody', async () => {
    const path = `${matching}/capacity/change?area=mathematics&term=2026-spring`;
    const form = {
      version: '0',
      visits: '1',
      hours: '0',
      person: hub.member('school').personId,
      until: '2026-06-30',
    };
    assert.equal((await host.post(path, { ...form, person: '' })).status, 422);
    assert.equal((await host.post(path, form)).status, 303);
    const meanwhile = await host.post(path, { ...form, visits: '4' });
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
    const made = await lead.post(newAsk(), askForm);
    assert.equal(made.status, 303);
    ask = made.location ?? '';
    const mail = await newest();
    assert.equal(mail.to, emailOf('school'));
    assert.equal(mail.subject, 'Fresno asks Long Beach: Mathematics, distance from standard, all students');
    for (const part of [
      /Test Focus-area lead \(focus-area lead, Fresno Unified\) asks you for a visit in spring 2025-26/,
      /See how number sense is taught in grade 8/,
      /May two of our coaches come for a day\?/,
      /Long Beach Unified is strong here/,
      /points in 2024-25, [\d,]+ students\./,
      /95 % interval [\d.]+ to [\d.]+\): better than expected/,
    ])
      assert.match(mail.body, part);
    assert.ok(mail.body.includes(`http://127.0.0.1:8080${ask}`));
  });

  test('the ask stands on 3 pages, cannot be sent again, and no second visit is left', async () => {
    for (const path of [need, `${matching}/needs`, ask])
      assert.match(wordsOf(await host.get(path)), /Asked/, path);
    assert.match(wordsOf(await principal.get(`${matching}/needs`)), /Yours to answer/);
    const again = await coordinator.post(newAsk(), askForm);
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
    const mail = await newest();
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
    const made = await lead.post(link, askForm);
    assert.equal(made.status, 303);
    const mail = await newest();
    assert.equal(mail.to, 'jules@longbeach.example');
    assert.match(
      mail.body,
      /You need no account: tell your coordinator[\s\S]*Pat Host <host@longbeach\.example>/,
    );
    ask = made.location ?? '';
    const yes = { version: '1', answer: 'accepted', proposedOn: '2026-02-12', words: 'Park at the back.' };
    assert.equal((await host.post(`${ask}/answer`, yes)).status, 303);
    const answer = await newest();
    assert.equal(answer.to, emailOf('focus-area-lead'));
    assert.match(answer.body, /says yes: a visit[\s\S]*February 12, 2026[\s\S]*Park at the back/);
    const late = await host.post(`${ask}/answer`, yes);
    assert.equal(late.status, 422);
    assert.match(wordsOf(late), /Pat Host was quicker: the ask is accepted now/);
  });

  test('two who change the need at once: the second is told, keeps the words, and the history keeps both versions', async () => {
    const change = (browser: Browser, words: string) =>
      browser.post(`${need}/change`, {
        ...needForm(),
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
    assert.match(wordsOf(await lead.get(newAsk())), /This need is closed/);
    assert.equal((await lead.post(newAsk(), askForm)).status, 422);
    assert.equal(
      (await lead.post(`${need}/reopen`, { version: '3', words: 'Grade 7 shows it, too' })).status,
      303,
    );
    assert.match(wordsOf(await lead.get(need)), /When opened again/);
  });

  test('an 11th ask within an hour is refused: each is a mail', async () => {
    const path = `${matching}/capacity/change?area=mathematics&term=2026-spring`;
    const more = {
      version: '1',
      visits: '50',
      hours: '0',
      person: hub.member('school').personId,
      until: '2026-06-30',
    };
    assert.equal((await host.post(path, more)).status, 303);
    let sent = 0;
    for (let i = 0; i < 12; i++) {
      const made = await coordinator.post(newAsk(), askForm);
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
    const earlier = wordsOf(await host.get(`${hub.home}/history?before=14`));
    for (const sentence of [
      'Pat Host accepted Fresno’s ask: Mathematics, distance from standard, all students.',
      'Test School declined Fresno’s ask: Mathematics, distance from standard, all students (Wrong person).',
      'Test Focus-area lead asked Long Beach for a visit in spring 2025-26: Mathematics, distance from standard, all students.',
      'Pat Host offered 1 visit in mathematics, spring 2025-26.',
      'Test Coordinator confirmed a need: Mathematics, distance from standard, all students.',
    ])
      assert.ok(earlier.includes(sentence), `${sentence}\n${earlier.slice(0, 3000)}`);
    const log = JSON.stringify(hub.log);
    for (const word of ['number sense', 'Smoke', 'coaches', 'jules', '-60'])
      assert.ok(!log.includes(word), word);
    assert.deepEqual(
      hub.log.filter(({ kind }) => kind === 'fault'),
      [],
    );
  });

  test('an ask is overdue after 8 days, and after a term the need is lying', async () => {
    ask = (await lead.post(newAsk(), askForm)).location ?? '';
    assert.doesNotMatch(wordsOf(await lead.get(`${matching}/needs`)), /What is lying/);
    hub.clock.advance(8 * 24 * 60);
    const then = await hub.signInByMail(emailOf('focus-area-lead'));
    assert.match(wordsOf(await then.get(ask)), /No answer for more than 7 days/);
    assert.match(wordsOf(await then.get(`${matching}/needs`)), /What is lying .*Unanswered ask/);
    hub.clock.advance(176 * 24 * 60);
    const later = await hub.signInByMail(emailOf('focus-area-lead'));
    assert.match(wordsOf(await later.get(need)), /Nothing was done about it for longer than a term/);
  });

  test('a need whose owner has left the partnership has no owner', async () => {
    await asOperator(store(), (view) =>
      removePerson(view, partnershipSlug, emailOf('focus-area-lead'), hub.clock.now),
    );
    const again = await hub.signInByMail(hostEmail);
    assert.match(wordsOf(await again.get(need)), /Test Focus-area lead is no longer of this district/);
  });
});
