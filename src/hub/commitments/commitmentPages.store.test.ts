import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import type { Browser } from '../../../test/browserUnderTest.ts';
import { wordsOf } from '../../../test/claimsUnderTest.ts';
import { onEachEngine } from '../../../test/engines.ts';
import { emailOf, type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';

onEachEngine('a commitment', (store) => {
  let hub: HubUnderTest;
  let coordinator: Browser;
  let sponsor: Browser;
  let list = '';
  let page = '';
  let link = '';
  before(async () => {
    hub = await hubUnderTest(store());
    coordinator = await hub.signInAs('coordinator');
    sponsor = await hub.signInAs('sponsor');
    list = `${hub.home}/work/commitments`;
  });

  const seen = new Set<string>();
  /** The one mail that was made since this was asked before; links to sign in aside. */
  async function newMail(): Promise<{
    readonly to: string;
    readonly subject: string;
    readonly body: string;
  }> {
    const found = (await hub.mails()).filter(
      ({ id, body }) => !seen.has(id) && !body.includes('open this link to sign in'),
    );
    for (const { id } of found) seen.add(id);
    assert.equal(found.length, 1, found.map(({ subject }) => subject).join());
    const [mail] = found;
    assert.ok(mail);
    return mail;
  }

  const form = () => ({
    what: 'Send the pacing guide for grade 9',
    due: '2025-11-12',
    owner: hub.member('focus-area-lead').personId,
  });

  test('an empty form is refused with 422 and 3 sentences; nothing is promised', async () => {
    const empty = await coordinator.post(`${list}/new`, {});
    assert.equal(empty.status, 422);
    for (const id of ['what-error', 'due-error', 'owner-error'])
      assert.ok(empty.text.includes(`id="${id}"`), id);
    assert.match(wordsOf(await coordinator.get(list)), /Nothing is promised yet/);
  });

  test('Fresno promises: both read it as theirs and ours, and its owner gets a mail', async () => {
    const made = await coordinator.post(`${list}/new`, form());
    assert.equal(made.status, 303);
    page = made.location ?? '';
    const mail = await newMail();
    assert.equal(mail.to, emailOf('focus-area-lead'));
    assert.equal(mail.subject, 'Yours to do by November 12, 2025: Send the pacing guide for grade 9');
    const ours = wordsOf(await coordinator.get(list));
    assert.match(ours, /We have 1 commitment open, none overdue\. They have 0, none overdue\./);
    assert.match(ours, /We promised \(Fresno\) Send the pacing guide/);
    const theirs = wordsOf(await sponsor.get(list));
    assert.match(theirs, /They promised \(Long Beach|They promised \(Fresno\) Send the pacing guide/);
    assert.doesNotMatch(theirs, /Mark done/);
  });

  test('Long Beach neither moves nor drops nor does what Fresno promised: 403 on 5 acts', async () => {
    for (const part of ['done', 'move', 'hand-over', 'drop', 'reopen'])
      assert.equal((await sponsor.post(`${page}/${part}`, { version: '1' })).status, 403, part);
  });

  test('moved with a reason: the old day stays on the page and the partner is told of both days and the words', async () => {
    const refused = await coordinator.post(`${page}/move`, { version: '1', due: '2025-11-12' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /<details class="details" open>/);
    const move = { version: '1', due: '2025-12-01', reason: 'more work', words: 'Two chapters are new.' };
    assert.equal((await coordinator.post(`${page}/move`, move)).status, 303);
    const mail = await newMail();
    assert.equal(mail.to, emailOf('sponsor'));
    assert.match(mail.body, /due on November 12, 2025\. It is now due on December 1, 2025/);
    assert.match(mail.body, /Why: it is more work than we thought\.\n {2}Two chapters are new\./);
    const text = (await sponsor.get(page)).text;
    assert.match(text, /December 1, 2025, <s>November 12, 2025<\/s> \(moved once\)/);
  });

  test('who is slower gets 409 with their words, and nothing is written twice', async () => {
    const late = await coordinator.post(`${page}/drop`, {
      version: '1',
      reason: 'not needed',
      words: 'They have a better one.',
    });
    assert.equal(late.status, 409);
    assert.match(
      wordsOf(late),
      /Test Coordinator was quicker.*Nothing of yours is lost.*They have a better one/,
    );
  });

  test('its owner marks it done from the list in one press, and takes it up again with a word', async () => {
    const lead = await hub.signInAs('focus-area-lead');
    assert.match(wordsOf(await lead.get(list)), /Yours , due December 1, 2025/);
    const done = await lead.post(`${page}/done`, { version: '2', from: 'list' });
    assert.equal(done.location, list);
    assert.match(wordsOf(await coordinator.get(list)), /1 done or dropped.*done on November 3, 2025/);
    const again = { version: '3', due: '2026-01-15', words: 'A chapter is missing.' };
    assert.equal((await lead.post(`${page}/reopen`, again)).status, 303);
    const work = `${hub.home}/work/engagements/1`;
    const there = await lead.post(`${page}/done`, { version: '4', from: work });
    assert.equal(there.location, `${work}#commitments`);
    assert.equal((await lead.post(`${page}/reopen`, { ...again, version: '5' })).status, 303);
    assert.match(
      wordsOf(await sponsor.get(page)),
      /Taken up again Due January 15, 2026\. A chapter is missing\..* Done On November 3, 2025/,
    );
  });

  test('handed to somebody without account: they are mailed a signed link, and it is overdue from the day after', async () => {
    const over = { version: '6', owner: 'else', ownerName: 'Lou Marsh', ownerEmail: 'lou@fresno.example' };
    assert.equal((await coordinator.post(`${page}/hand-over`, over)).status, 303);
    const mail = await newMail();
    assert.equal(mail.to, 'lou@fresno.example');
    assert.match(mail.body, /You need no account[\s\S]*http:\/\/127\.0\.0\.1:8080\/links\/\S+/);
    link = /\/links\/\S+/.exec(mail.body)?.[0] ?? '';
    hub.clock.advance(75 * 24 * 60);
    const fresh = await hub.signInByMail(emailOf('coordinator'));
    assert.match(wordsOf(await fresh.get(list)), /We have 1 commitment open, 1 overdue/);
    assert.match(wordsOf(await fresh.get(`${list}?state=overdue`)), /Overdue by 2 days/);
  });

  test('by the link it is moved with a reason, of which the partner is told, then done; both pages name who did it', async () => {
    const visitor = hub.visitor();
    assert.match(wordsOf(await visitor.get(link)), /Fresno promised Send the pacing guide/);
    assert.equal((await visitor.post(link, { version: '7' }, { from: link })).status, 422);
    const late = {
      version: '7',
      step: 'moved',
      due: '2026-02-02',
      reason: 'staff',
      words: 'A teacher is ill.',
    };
    assert.equal((await visitor.post(link, late, { from: link })).status, 200);
    const mail = await newMail();
    assert.equal(mail.to, emailOf('sponsor'));
    assert.match(mail.body, /Lou Marsh \(Fresno\) has moved the day[\s\S]*A teacher is ill/);
    const stale = await visitor.post(link, { version: '7', step: 'done' }, { from: link });
    assert.match(wordsOf(stale), /Lou Marsh was quicker/);
    assert.equal((await visitor.post(link, { version: '8', step: 'done' }, { from: link })).status, 200);
    const fresh = await hub.signInByMail(emailOf('sponsor'));
    assert.match(
      wordsOf(await fresh.get(page)),
      /Done.*Lou Marsh, January 17, 2026.*Moved From January 15, 2026/,
    );
    assert.deepEqual(
      hub.log.filter(({ kind }) => kind === 'fault'),
      [],
    );
  });
});
