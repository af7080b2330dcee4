import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { insertCommitmentStep, selectOptionalCommitment } from '../src/hub/commitments/commitments.store.ts';
import { insertSignedLink } from '../src/hub/links/signedLinks.store.ts';
import { removePerson } from '../src/hub/partnership/changePeople.store.ts';
import { insertOwnReplyAddress } from '../src/hub/replies/replies.store.ts';
import { receiveReply } from '../src/hub/replies/receiveReply.page.ts';
import { asMember, asOperator } from '../src/hub/store/view.ts';
import { wordsOf } from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { emailOf, type HubUnderTest, partnershipSlug } from './hubUnderTest.ts';
import { owner, type RepliesUnderTest, repliesUnderTest } from './repliesUnderTest.ts';

onEachEngine('links and answers that are somebody else’s, or nobody’s any more', (store) => {
  let hub: HubUnderTest;
  let promise: RepliesUnderTest['promise'];
  let written: RepliesUnderTest['written'];
  let receive: RepliesUnderTest['receive'];
  let stateOf: RepliesUnderTest['stateOf'];
  before(async () => {
    ({ hub, promise, written, receive, stateOf } = await repliesUnderTest(store()));
  });

  test('a made-up address is told 3 times an hour that it answers nothing, and learns nothing', async () => {
    const to = `tandem+${'a'.repeat(32)}@hub.example`;
    for (let i = 0; i < 5; i++)
      assert.equal((await receive(written(to, 'done', { From: 'guess@x.example' }))).outcome, 'unknown');
    assert.equal((await hub.mails()).filter((mail) => mail.to === 'guess@x.example').length, 3);
  });

  test('who handed a commitment over can say nothing of it any more, by mail or by link; the new owner can', async () => {
    const { id, to } = await promise();
    const coordinator = hub.member('coordinator');
    const link = { kind: 'commitment', subjectId: id, holder: owner, until: '2025-12-31' } as const;
    const token = await asMember(store(), coordinator, async (view) => {
      const commitment = await selectOptionalCommitment(view, id);
      assert.ok(commitment);
      const newOwner = { personId: null, name: 'Kim Next', email: 'kim@school.example' };
      const act = { step: 'handed over', owner: newOwner, deputy: null, words: 'Sam has left.' } as const;
      await insertCommitmentStep(view, commitment, 1, act, [], hub.clock.now);
      return insertSignedLink(view, link, hub.clock.now);
    });
    const received = await receive(written(to, 'done'));
    assert.equal(received.outcome, 'note');
    assert.match(received.sentence, /This was handed over: Kim Next says how it stands now/);
    const visitor = hub.visitor();
    const path = `/links/${token}`;
    assert.doesNotMatch((await visitor.get(path)).text, /name="step"/);
    const sent = await visitor.post(path, { step: 'done', version: '2', doneOn: '2025-11-03' });
    assert.equal(sent.status, 422);
    assert.equal((await stateOf(id))[0], 'open');
  });

  test('a stranger’s markup without end, and an answer of a hundred thousand empty lines, are read within a second', async () => {
    const began = performance.now();
    for (const markup of ['<', '<style', '<br', '<!--', '<a <b '])
      await receive(
        Buffer.from(
          `From: guess@y.example\r\nTo: tandem+${'b'.repeat(32)}@hub.example\r\nContent-Type: text/html\r\n\r\n${markup.repeat(40_000)}`,
        ),
      );
    const { to, id } = await promise();
    const markup = `<p>Done</p><blockquote>${'<br '.repeat(40_000)}`;
    await receive(written(to, `x${'\n'.repeat(200_000)}done`));
    const html = written(to, markup, {}).toString().replace('text/plain', 'text/html');
    assert.equal((await receive(Buffer.from(html))).outcome, 'done');
    assert.equal((await stateOf(id))[0], 'done');
    assert.ok(performance.now() - began < 3000, `${performance.now() - began} ms`);
  });

  test('of made-up senders 60 an hour are answered, so that nobody mails the world through here', async () => {
    const to = `tandem+${'c'.repeat(32)}@hub.example`;
    for (let i = 0; i < 70; i++)
      await receiveReply(hub.hub, written(to, 'done', { From: `p${i}@z.example` }), hub.clock.now);
    const told = (await hub.mails()).filter((mail) => mail.subject === 'Nothing was done').length;
    assert.ok(told <= 60 + 10, `${told}`);
    assert.ok(!(await hub.mails()).some((mail) => mail.to === 'p69@z.example'));
  });

  test('whoever is taken out of the partnership can do nothing more by a link or by answering a mail', async () => {
    const coordinator = hub.member('coordinator');
    const lead = { name: 'Test Lead', email: emailOf('focus-area-lead') };
    const { id } = await promise();
    const link = { kind: 'commitment', subjectId: id, holder: lead, until: '2025-12-31' } as const;
    const [token, reply] = await asMember(store(), coordinator, async (view) => [
      await insertSignedLink(view, link, hub.clock.now),
      await insertOwnReplyAddress(view, link, hub.clock.now),
    ]);
    const visitor = hub.visitor();
    assert.equal((await visitor.get(`/links/${token}`)).status, 200);
    await asOperator(store(), (view) => removePerson(view, partnershipSlug, lead.email, hub.clock.now));
    assert.match(wordsOf(await visitor.get(`/links/${token}`)), /This link was taken back/);
    const late = await receive(written(`tandem+${reply}@hub.example`, 'done', { From: lead.email }));
    assert.match(late.sentence, /can be answered no more \(revoked\)/);
    assert.equal((await stateOf(id))[0], 'open');
  });

  test('a link is good to the end of its day in California, then opens a page that names nothing; no log has it and nobody keeps the page', async () => {
    const { id } = await promise();
    const link = { kind: 'commitment', subjectId: id, holder: owner, until: '2025-11-10' } as const;
    const token = await asMember(store(), hub.member('coordinator'), (view) =>
      insertSignedLink(view, link, hub.clock.now),
    );
    const visitor = hub.visitor();
    const path = `/links/${token}`;
    hub.clock.advance((Date.parse('2025-11-11T07:59:00Z') - hub.clock.now.getTime()) / 60_000);
    const good = await visitor.get(path);
    assert.equal(good.status, 200);
    assert.equal(good.headers.get('cache-control'), 'no-store');
    assert.equal(good.headers.get('referrer-policy'), 'same-origin');
    hub.clock.advance(1);
    const over = await visitor.get(path);
    assert.equal(over.status, 403);
    assert.match(wordsOf(over), /The day until which this link was good is over/);
    assert.doesNotMatch(over.text, /Fresno|Sam Owner|placement/);
    assert.equal((await visitor.post(path, { step: 'done', version: '1' })).status, 403);
    assert.equal((await stateOf(id))[0], 'open');
    assert.ok(!JSON.stringify(hub.log).includes(token));
  });

  test('a link that was taken back, or is nobody’s, opens a page that names nothing', async () => {
    const { id } = await promise();
    const holder = { name: 'Kim Coach', email: 'kim@school.example' };
    const link = { kind: 'commitment', subjectId: id, holder, until: '2025-12-31' } as const;
    const token = await asMember(store(), hub.member('coordinator'), (view) =>
      insertSignedLink(view, link, hub.clock.now),
    );
    const path = `/links/${token}`;
    const visitor = hub.visitor();
    assert.equal((await visitor.get(path)).status, 200);
    const coordinator = await hub.signInByMail(emailOf('coordinator'));
    const list = await coordinator.get(`${hub.home}/people/links`);
    assert.match(
      wordsOf(list),
      /Kim Coach kim@school\.example Say how a commitment stands December 31, 2025/,
    );
    assert.ok(!list.text.includes(token));
    const revoke =
      /action="([^"]+\/revoke)"/.exec(list.text.slice(list.text.indexOf('Kim Coach')))?.[1] ?? '';
    assert.equal((await coordinator.post(revoke)).status, 303);
    assert.equal((await coordinator.post(revoke)).status, 409);
    const gone = await visitor.get(path);
    assert.equal(gone.status, 403);
    assert.match(wordsOf(gone), /This link was taken back/);
    assert.doesNotMatch(gone.text, /Fresno|Kim Coach|Test Coordinator/);
    assert.equal((await visitor.get(`/links/${'x'.repeat(43)}`)).status, 404);
    assert.equal((await visitor.post(path, { step: 'done', version: '1' })).status, 403);
  });
});
