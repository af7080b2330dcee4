import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { duePrompts } from '../src/hub/cycles/duePrompts.store.ts';
import { insertSignedLink } from '../src/hub/links/signedLinks.store.ts';
import { handOver } from '../src/hub/succession/handOver.store.ts';
import { selectHoldings } from '../src/hub/succession/holdings.store.ts';
import { asMember, asOperator } from '../src/hub/store/view.ts';
import type { Browser } from './browserUnderTest.ts';
import { wordsOf } from './claimsUnderTest.ts';
import { beginJointWork } from './cycleUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { emailOf } from './hubUnderTest.ts';
import { type NeedsUnderTest, needsUnderTest } from './needsUnderTest.ts';

const idea = 'Read word problems aloud in pairs before solving them';

onEachEngine('a change tested in small', (store) => {
  let hub: NeedsUnderTest;
  let coordinator: Browser;
  let host: Browser;
  let visitor: Browser;
  let cycles = '';
  let engagement = '';
  let cycle = '';
  let link = '';
  let next = '';
  const plan = {
    idea,
    changeKind: 'teaching',
    measure: 'math_dfs',
    group: 'ALL',
    prediction: 'rises',
    amount: '3',
    schools: '2',
    schoolNames: 'Sample Middle 7 and 9',
    leader: 'else',
    leaderName: 'Sam Teacher',
    leaderEmail: 'sam@school.example',
    startsOn: '2025-11-03',
    studyOn: '12/15/2025',
  };
  const open = () => visitor.get(link);
  const send = (form: Record<string, string>) => visitor.post(link, form, { from: link });
  const usesOf = async () => {
    const [row] = await store().transaction((connection) =>
      connection.query("select max(uses) as uses from signed_link where holder_name = 'Sam Teacher'"),
    );
    return row?.uses;
  };
  before(async () => {
    hub = await needsUnderTest(store());
    ({ coordinator, host } = hub);
    visitor = hub.visitor();
    cycles = `${hub.home}/work/cycles`;
    engagement = await beginJointWork(hub);
  });

  test('before anything is tested the list says what to do; an incomplete plan is refused with 422 at its fields', async () => {
    assert.match(wordsOf(await coordinator.get(cycles)), /No change has been tested yet/);
    const page = await coordinator.post(`${cycles}/new?engagement=${engagement}`, { idea, amount: 'much' });
    assert.equal(page.status, 422);
    for (const field of ['changeKind', 'measure', 'prediction', 'schools', 'leader', 'studyOn'])
      assert.match(page.text, new RegExp(`id="${field}-error"`), field);
    assert.ok(page.text.includes(idea));
  });

  test('a plan mails its leader a link; the schools are counted, and named to their own district only', async () => {
    const made = await coordinator.post(`${cycles}/new?engagement=${engagement}`, plan);
    assert.equal(made.status, 303);
    cycle = made.location ?? '';
    const mail = await hub.newMail();
    assert.equal(mail.to, 'sam@school.example');
    assert.match(mail.body, /December 15, 2025/);
    link = /https?:\/\/\S+(\/links\/[\w-]{43})\n/.exec(mail.body)?.[1] ?? '';
    assert.ok(link);
    assert.match(wordsOf(await coordinator.get(cycle)), /2 schools: Sample Middle 7 and 9/);
    const theirs = wordsOf(await host.get(cycle));
    assert.match(theirs, /Where 2 schools Led by Sam Teacher/);
    assert.doesNotMatch(theirs, /Sample Middle/);
    assert.match(theirs, /Mathematics, distance from standard, all students: rises by 3\.0 points/);
  });

  test('opening the link 3 times changes nothing and shows six inputs beside the figures of both districts', async () => {
    await open();
    await open();
    const page = await open();
    assert.equal(page.status, 200);
    assert.equal(await usesOf(), 0);
    const words = wordsOf(page);
    assert.match(
      words,
      /For Sam Teacher \(sam@school\.example\)\. Given by Test Coordinator , good until February 13, 2026/,
    );
    assert.match(words, /Fresno Unified −?[\d.]+ points 2024-25.*Long Beach Unified −?[\d.]+ points 2024-25/);
    assert.match(words, /1\. Was it done.*6\. What follows/);
    assert.doesNotMatch(words, /7\. |Sacramento|Another Partnership|Sample Middle/);
  });

  test('a wrong answer is refused with 422 and uses nothing up; what was done is logged under the leader’s name', async () => {
    const wrong = await send({ entries: '0', done: 'partly' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /id="different-error"/);
    assert.equal(await usesOf(), 0);
    assert.equal((await visitor.post(link, { entries: '0', done: 'as planned' }, { csrf: 'x' })).status, 403);
    const done = await send({ entries: '0', done: 'partly', different: 'One class joined late' });
    assert.equal(done.status, 200);
    assert.match(wordsOf(done), /What was done is logged/);
    assert.match(
      wordsOf(await host.get(cycle)),
      /Partly\. One class joined late Sam Teacher, by a mailed link/,
    );
  });

  test('of 9 students neither the 9 nor the 7 is kept: both districts read that they are too few to show', async () => {
    const logged = await send({
      entries: '1',
      done: 'partly',
      different: 'One class joined late',
      counted: 'solved three in a row',
      count: '7 of 9',
      learned: 'Pairs talk about the picture first.',
    });
    assert.equal(logged.status, 200);
    const [row] = await store().transaction((connection) =>
      connection.query("select numerator, n, too_few, counted from cycle_log where step = 'study'"),
    );
    assert.deepEqual(row, { numerator: null, n: null, too_few: true, counted: 'solved three in a row' });
    for (const browser of [coordinator, host])
      assert.match(wordsOf(await browser.get(cycle)), /solved three in a row: Too few to show/);
  });

  test('who was quicker is noticed: a form based on 1 entry is refused when there are 2, with its words still there', async () => {
    const late = await send({ entries: '1', done: 'as planned', learned: 'Something else' });
    assert.equal(late.status, 422);
    assert.match(wordsOf(late), /Somebody else has logged this test while you were writing/);
    assert.ok(late.text.includes('Something else'));
    assert.equal(await usesOf(), 2);
  });

  test('Long Beach tests the same change, logs it and adopts it; nobody logs the other district’s side', async () => {
    assert.equal((await coordinator.get(`${cycle}/join`)).status, 403);
    assert.equal((await host.get(`${cycle}/log`)).status, 403);
    const joined = await host.post(`${cycle}/join`, {
      schools: '1',
      leader: hub.member('school').personId,
      startsOn: '2025-11-03',
      studyOn: '2025-12-01',
    });
    assert.equal(joined.status, 303);
    assert.match((await hub.newMail()).subject, /You lead a test/);
    const principal = await hub.signInAs('school');
    assert.match(wordsOf(await principal.get(`${cycle}/log`)), /What did the test show\?/);
    const form = {
      entries: '0',
      done: 'as planned',
      count: '18 of 24',
      learned: 'It worked.',
      act: 'worked',
    };
    assert.equal((await principal.post(`${cycle}/log`, form)).status, 303);
    const page = wordsOf(await coordinator.get(cycle));
    assert.match(page, /Counted in the test: 75\s% of 24 students/);
    assert.match(page, /Adopted\. It worked here/);
    assert.equal((await principal.post(`${cycle}/log`, form)).status, 409);
    const adopted = await host.get(cycle);
    const library = /href="([^"]+\/practices\/new\?cycle=[^"]+)"/.exec(adopted.text)?.[1] ?? '';
    assert.match(adopted.text, /Write it into the library/);
    const written = (await host.get(library)).text;
    assert.match(written, new RegExp(`${idea}\\s*</textarea>`));
    for (const chosen of ['math_dfs', 'ALL', 'mathematics', 'rigor', engagement])
      assert.match(written, new RegExp(`value="${chosen}" selected`), chosen);
    assert.doesNotMatch((await coordinator.get(cycle)).text, /Write it into the library/);
  });

  test('on the day of study its leader is asked once; 14 days later once more', async () => {
    const run = (today: string) =>
      asOperator(store(), (view) =>
        duePrompts(view, { today, baseUrl: 'http://127.0.0.1:8080' }, new Date(`${today}T17:00:00Z`)),
      );
    assert.equal(await run('2025-12-14'), 0);
    assert.equal(await run('2025-12-15'), 1);
    assert.equal(await run('2025-12-15'), 0);
    assert.match((await hub.newMail()).subject, /^Today: what did your test show\?/);
    assert.equal(await run('2025-12-29'), 1);
    assert.match((await hub.newMail()).subject, /^Still open/);
    assert.equal(await run('2026-01-30'), 0);
  });

  test('the day moves with a reason; from an older version it is refused', async () => {
    const form = { version: '1', studyOn: '2026-01-12', reason: 'began later' };
    assert.equal((await coordinator.post(`${cycle}/move`, { ...form, reason: '' })).status, 422);
    assert.equal((await coordinator.post(`${cycle}/move`, form)).status, 303);
    const again = await coordinator.post(`${cycle}/move`, { ...form, studyOn: '2026-01-13' });
    assert.equal(again.status, 422);
    assert.match(wordsOf(again), /It is now to be studied on January 12, 2026/);
  });

  test('the third use abandons it: kept as tried, told in the history with name and giver, and the link is used up', async () => {
    const ended = await send({
      entries: '2',
      done: 'partly',
      different: 'One class joined late',
      counted: 'solved three in a row',
      learned: 'Pairs talk about the picture first.',
      act: 'did not work',
    });
    assert.equal(ended.status, 200);
    assert.match(wordsOf(ended), /what follows from it: abandon/);
    assert.match(wordsOf(await host.get(cycles)), /Ended differently in the districts \(1\)/);
    assert.match(
      wordsOf(await coordinator.get(`${hub.home}/history`)),
      /Sam Teacher, by a link of Test Coordinator, abandoned a tested change: Mathematics/,
    );
    const over = await open();
    assert.equal(over.status, 403);
    assert.match(wordsOf(over), /This link has been used: what was written by it is kept/);
    assert.doesNotMatch(over.text, /Fresno|Learning Partnership|Sam Teacher/);
  });

  test('what was learned leads to a next test, and both say so', async () => {
    const id = cycle.split('/').at(-1);
    const planned = await coordinator.post(`${cycles}/new?engagement=${engagement}&follows=${id}`, {
      ...plan,
      idea: 'Draw the picture first',
    });
    assert.equal(planned.status, 303);
    next = planned.location ?? '';
    assert.match(wordsOf(await host.get(next)), new RegExp(`Follows from: ${idea}`));
    assert.match(wordsOf(await host.get(cycle)), /Followed by: Draw the picture first/);
  });

  test('given to another leader with a reason: the earlier link opens nothing any more, the new one does, and who is slower is told', async () => {
    const sam = /https?:\/\/\S+(\/links\/[\w-]{43})\n/.exec((await hub.newMail()).body)?.[1] ?? '';
    assert.equal((await visitor.get(sam)).status, 200);
    const ira = { leader: 'else', leaderName: 'Ira Coach', leaderEmail: 'ira@school.example' };
    const form = { ...ira, version: '1', reason: 'leader away' };
    const wrong = await coordinator.post(`${next}/lead`, { ...form, leaderEmail: 'sam@school.example' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /Sam Teacher leads it already/);
    assert.equal((await host.post(`${next}/lead`, form)).status, 403);
    assert.equal((await coordinator.post(`${next}/lead`, form)).status, 303);
    const mail = await hub.newMail();
    assert.equal(mail.to, 'ira@school.example');
    const own = /https?:\/\/\S+(\/links\/[\w-]{43})\n/.exec(mail.body)?.[1] ?? '';
    assert.deepEqual([(await visitor.get(sam)).status, (await visitor.get(own)).status], [403, 200]);
    assert.match(wordsOf(await host.get(next)), /Led by Ira Coach, handed over: its leader is away/);
    const late = await coordinator.post(`${next}/lead`, { ...form, leaderEmail: 'lou@school.example' });
    assert.equal(late.status, 422);
    assert.match(wordsOf(late), /Ira Coach leads it now/);
  });

  test('a handover gives a test to whoever takes over, who gets a mail with a link', async () => {
    const lead = hub.member('focus-area-lead');
    const to = { personId: lead.personId, name: lead.name, email: emailOf('focus-area-lead') };
    const handed = await asMember(store(), hub.member('coordinator'), async (view) => {
      const holding = (await selectHoldings(view)).find(({ path }) => next.endsWith(path));
      assert.ok(holding);
      return handOver(view, holding, to, 'Ira leaves.', hub.clock.now, { baseUrl: 'http://127.0.0.1:8080' });
    });
    assert.deepEqual(handed, { done: true });
    assert.equal((await hub.newMail()).to, to.email);
    assert.match(
      wordsOf(await host.get(next)),
      /Led by Test Focus-area lead, handed over: its leader leaves/,
    );
  });

  test('a link of somebody who does not lead it shows the test and logs nothing', async () => {
    const holder = { name: 'Kim Coach', email: 'kim@school.example' };
    const of = { kind: 'cycle', subjectId: cycle.split('/').at(-1) ?? '', until: '2025-11-10' } as const;
    const token = await asMember(store(), hub.member('coordinator'), (view) =>
      insertSignedLink(view, { ...of, holder }, hub.clock.now),
    );
    assert.equal((await visitor.get(`/links/${token}`)).status, 200);
    assert.equal((await visitor.post(`/links/${token}`, { done: 'as planned', entries: '0' })).status, 422);
  });
});
