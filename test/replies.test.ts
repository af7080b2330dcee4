import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { leaveMail, takeWaitingMail } from '../src/commands/waitingMail.ts';
import { insertHours, selectOptionalHours } from '../src/hub/commitments/hours.store.ts';
import { insertSignedLink } from '../src/hub/links/signedLinks.store.ts';
import { mostMailBytes, receiveReply } from '../src/hub/replies/receiveReply.page.ts';
import { insertOwnReplyAddress, selectReplies } from '../src/hub/replies/replies.store.ts';
import { asMember } from '../src/hub/store/view.ts';
import { wordsOf } from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { owner, type RepliesUnderTest, repliesUnderTest } from './repliesUnderTest.ts';
import { emailOf, type HubUnderTest } from './hubUnderTest.ts';

type Headers = Readonly<Record<string, string>>;

onEachEngine('answers to mails', (store) => {
  let hub: HubUnderTest;
  let promise: RepliesUnderTest['promise'];
  let written: RepliesUnderTest['written'];
  let receive: RepliesUnderTest['receive'];
  let stateOf: RepliesUnderTest['stateOf'];
  let newestMail: RepliesUnderTest['newestMail'];
  before(async () => {
    ({ hub, promise, written, receive, stateOf, newestMail } = await repliesUnderTest(store()));
  });

  test('“Done” from the owner’s address keeps the commitment, under their name, and says so by mail', async () => {
    const { id, to } = await promise();
    const received = await receive(
      written(to, 'Done. It lies in the shared folder.\r\n\r\nOn Mon Tandem wrote:\r\n> no'),
    );
    assert.equal(received.outcome, 'done');
    assert.deepEqual(await stateOf(id), ['done', '2025-11-20', 'Sam Owner']);
    const mail = await newestMail('sam@school.example');
    assert.equal(mail?.subject, 'Written down');
    assert.match(mail?.body ?? '', /is done\.[\s\S]*> Done\. It lies in the shared folder\./);
    assert.doesNotMatch(mail?.body ?? '', /On Mon/);
  });

  test('a mail that a server brings twice is done once', async () => {
    const { id, to } = await promise();
    const bytes = written(to, 'needs until Dec 5, 2025, the data come late');
    assert.equal((await receive(bytes)).outcome, 'done');
    assert.deepEqual(await stateOf(id), ['open', '2025-12-05', 'Sam Owner']);
    assert.equal((await receive(bytes)).outcome, 'twice');
  });

  test('hours are confirmed by a “yes”, and disputed on the page of a link with a reason and words', async () => {
    const [fresno, longBeach] = ['coordinator', 'sponsor'] as const;
    const enter = () =>
      asMember(store(), hub.member(longBeach), (view) =>
        insertHours(
          view,
          {
            givesId: hub.member(longBeach).districtId ?? '',
            receivesId: hub.member(fresno).districtId ?? '',
            enteredId: hub.member(longBeach).districtId ?? '',
            focusArea: 'mathematics',
            engagementId: null,
            contactId: null,
            askId: null,
            day: '2025-10-30',
            quarterHours: 6,
            kind: 'visit',
            words: null,
          },
          hub.clock.now,
        ),
      );
    const linkTo = (subjectId: string) =>
      ({ kind: 'hours', subjectId, holder: owner, until: '2025-12-31' }) as const;
    const hoursOf = (id: string) =>
      asMember(store(), hub.member(fresno), (view) => selectOptionalHours(view, id));
    const confirmed = await enter();
    const token = await asMember(store(), hub.member(fresno), (view) =>
      insertOwnReplyAddress(view, linkTo(confirmed), hub.clock.now),
    );
    assert.equal(
      (await receive(written(`tandem+${token}@hub.example`, 'Yes, that is right'))).outcome,
      'done',
    );
    assert.deepEqual((await hoursOf(confirmed))?.state, 'confirmed');
    assert.match((await receive(written(`tandem+${token}@hub.example`, 'no, two'))).sentence, /used up/);

    const disputed = await enter();
    const link = await asMember(store(), hub.member(fresno), (view) =>
      insertSignedLink(view, linkTo(disputed), hub.clock.now),
    );
    const [visitor, path] = [hub.visitor(), `/links/${link}`];
    assert.match(
      wordsOf(await visitor.get(path)),
      /Is this right: 1\.5\sh of shared work\?.*October 30, 2025/,
    );
    const wrong = await visitor.post(path, { version: '1', answer: 'disputed' }, { from: path });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /id="reason-error"/);
    const form = { version: '1', answer: 'disputed', reason: 'hours differ', words: 'It was one hour.' };
    assert.equal((await visitor.post(path, form, { from: path })).status, 200);
    const now = await hoursOf(disputed);
    assert.deepEqual([now?.state, now?.changedBy], ['disputed', 'Sam Owner']);
  });

  test('a question, a day that is none and a day that is over are notes: the commitment stands, the coordinator reads them', async () => {
    const { id, to } = await promise();
    for (const [text, why] of [
      ['What exactly is due?', /begin your answer with “done”/],
      ['needs until soon', /could not be read/],
      ['needs until 2025-01-01', /This day is over/],
    ] as const) {
      const received = await receive(written(to, text));
      assert.equal(received.outcome, 'note', text);
      assert.match(received.sentence, why);
    }
    assert.deepEqual((await stateOf(id)).slice(0, 2), ['open', '2025-11-20']);
    const page = wordsOf(await (await hub.signInAs('coordinator')).get(`${hub.home}/people/replies`));
    assert.match(page, /To read \(4\).*“What exactly is due\?”/);
  });

  test('another sender, a forged one and an expired address do nothing, and are kept for the coordinator', async () => {
    const { id, to } = await promise('2025-11-03');
    const other = await receive(written(to, 'Done', { From: 'eve@elsewhere.example' }));
    assert.equal(other.outcome, 'refused');
    const told = await newestMail('eve@elsewhere.example');
    assert.match(told?.body ?? '', /only from the address that the mail went to/);
    assert.doesNotMatch(told?.body ?? '', /placement rule|Sam|Fresno/);
    const forged = await receive(
      written(to, 'Done', { 'Authentication-Results': 'mx; spf=fail; dmarc=fail' }),
    );
    assert.equal(forged.outcome, 'refused');
    const late = await receiveReply(hub.hub, written(to, 'Done'), new Date('2025-11-05T17:00:00Z'));
    assert.match(late.sentence, /no more \(expired\).*Write to Test Coordinator/);
    assert.deepEqual((await stateOf(id)).slice(0, 2), ['open', '2025-11-20']);
    const kept = await asMember(store(), hub.member('coordinator'), (view) => selectReplies(view));
    assert.deepEqual(
      kept.slice(0, 3).map(({ outcome, words }) => [outcome, words]),
      [
        ['refused', 'Done'],
        ['refused', 'Done'],
        ['refused', 'Done'],
      ],
    );
  });

  test('answers on holiday, bounces and lists are kept and answered by nobody', async () => {
    const { id, to } = await promise();
    const sent = (await hub.mails()).length;
    for (const header of [
      { 'Auto-Submitted': 'auto-replied' },
      { Precedence: 'bulk' },
      { 'Return-Path': '<>' },
      { From: 'MAILER-DAEMON@school.example' },
      { Subject: 'Automatic reply: Yours' },
    ] as Headers[])
      assert.equal((await receive(written(to, 'done', header))).outcome, 'automatic', JSON.stringify(header));
    assert.equal((await hub.mails()).length, sent);
    assert.equal((await stateOf(id))[0], 'open');
  });

  test('of 30 MB the beginning is read; what is attached is not kept, and both are said', async () => {
    const { id, to } = await promise();
    const head = [
      'From: sam@school.example',
      `To: ${to}`,
      'Message-ID: <big@x>',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'Done, see the file',
      '--b',
      'Content-Type: application/pdf; name=a.pdf',
      'Content-Disposition: attachment; filename=a.pdf',
      'Content-Transfer-Encoding: base64',
      '',
      '',
    ].join('\r\n');
    const bytes = Buffer.concat([Buffer.from(head), Buffer.alloc(mostMailBytes + 1, 'QUJD\r\n')]);
    assert.equal((await receive(bytes)).outcome, 'done');
    assert.equal((await stateOf(id))[0], 'done');
    const bodies = (await hub.mails()).map(({ body }) => body);
    assert.ok(
      bodies.some((body) => /What was attached is not kept[\s\S]*only its beginning was read/.test(body)),
    );
  });

  test('mail that is no mail, and mail without a sender, harm nothing', async () => {
    for (const bytes of [Buffer.alloc(0), Buffer.from([0, 255, 10, 13]), Buffer.from('To: x\r\n\r\ndone')])
      assert.equal((await receive(bytes)).outcome, 'unknown');
  });

  test('the history says who did it by whose link, and a coordinator marks a note as read once', async () => {
    const coordinator = await hub.signInAs('coordinator');
    assert.match(
      wordsOf(await coordinator.get(`${hub.home}/history`)),
      /Sam Owner, by a link of Test Coordinator, kept a commitment: Send the placement rule/,
    );
    const list = await coordinator.get(`${hub.home}/people/replies`);
    const read = /action="([^"]+\/read)"/.exec(list.text)?.[1] ?? '';
    assert.equal((await coordinator.post(read)).status, 303);
    assert.ok(!(await coordinator.get(`${hub.home}/people/replies`)).text.includes(`action="${read}"`));
    assert.ok(emailOf('coordinator'));
  });

  test('mail left beside a running hub is taken, oldest first, and gone after', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-incoming-'));
    const { id, to } = await promise();
    leaveMail(folder, written(to, 'done'), hub.clock.now);
    // Nobody but the operator’s account reads what people wrote.
    assert.equal(statSync(join(folder, 'incoming')).mode & 0o777, 0o700);
    const [left = ''] = readdirSync(join(folder, 'incoming'));
    assert.equal(statSync(join(folder, 'incoming', left)).mode & 0o777, 0o600);
    const faults: unknown[] = [];
    await takeWaitingMail({ storeFolder: folder, receive, onFault: (error) => faults.push(error) });
    assert.deepEqual(faults, []);
    assert.equal((await stateOf(id))[0], 'done');
    assert.deepEqual(readdirSync(join(folder, 'incoming')), []);
    rmSync(folder, { recursive: true });
  });
});
