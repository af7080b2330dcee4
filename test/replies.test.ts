import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { before, test } from 'node:test';
import { leaveMail, takeWaitingMail } from '../src/commands/waitingMail.ts';
import {
  insertCommitment,
  insertCommitmentStep,
  selectOptionalCommitment,
} from '../src/hub/commitments/commitments.store.ts';
import { insertHours, selectOptionalHours } from '../src/hub/commitments/hours.store.ts';
import { insertSignedLink } from '../src/hub/links/signedLinks.store.ts';
import { mostMailBytes, receiveReply } from '../src/hub/replies/receiveReply.page.ts';
import { insertOwnReplyAddress, selectReplies } from '../src/hub/replies/replies.store.ts';
import { asMember } from '../src/hub/store/view.ts';
import { wordsOf } from './claimsUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { emailOf, type HubUnderTest, hubUnderTest } from './hubUnderTest.ts';

type Headers = Readonly<Record<string, string>>;
const owner = { personId: null, name: 'Sam Owner', email: 'sam@school.example' };

onEachEngine('answers to mails', (store) => {
  let hub: HubUnderTest;
  let n = 0;
  before(async () => {
    hub = await hubUnderTest(store());
  });

  /** A commitment of Fresno owned by somebody without account, and the address its mail is answered to. */
  async function promise(until = '2025-12-31'): Promise<{ id: string; to: string }> {
    const coordinator = hub.member('coordinator');
    return asMember(store(), coordinator, async (view) => {
      const draft = {
        what: 'Send the placement rule',
        due: '2025-11-20',
        owner,
        deputy: null,
        engagementId: null,
        benchmarkId: null,
        contactId: null,
      };
      const id = await insertCommitment(view, coordinator.districtId ?? '', draft, () => [], hub.clock.now);
      const link = { kind: 'commitment', subjectId: id, holder: owner, until } as const;
      return { id, to: `tandem+${await insertOwnReplyAddress(view, link, hub.clock.now)}@hub.example` };
    });
  }

  const written = (to: string, text: string, more: Headers = {}) => {
    const headers = {
      From: 'Sam <SAM@school.example>',
      To: to,
      'Message-ID': `<${n++}@x>`,
      Subject: 'Re: Yours',
      ...more,
    };
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
    return Buffer.from([...lines, 'Content-Type: text/plain; charset=utf-8', '', text].join('\r\n'));
  };
  const receive = (bytes: Uint8Array) => {
    hub.clock.advance(1);
    return receiveReply(hub.hub, bytes, hub.clock.now);
  };
  const stateOf = async (id: string) => {
    const found = await asMember(store(), hub.member('coordinator'), (view) =>
      selectOptionalCommitment(view, id),
    );
    return [found?.state, found?.due, found?.changedBy];
  };
  const newestMail = async (to: string) => (await hub.mails()).find((mail) => mail.to === to);

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

  test('a made-up address is told 3 times an hour that it answers nothing, and learns nothing', async () => {
    const to = `tandem+${'a'.repeat(32)}@hub.example`;
    for (let i = 0; i < 5; i++)
      assert.equal((await receive(written(to, 'done', { From: 'guess@x.example' }))).outcome, 'unknown');
    assert.equal((await hub.mails()).filter((mail) => mail.to === 'guess@x.example').length, 3);
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
    const sent = await visitor.post(
      path,
      { step: 'done', version: '2', doneOn: '2025-11-03' },
      { from: path },
    );
    assert.equal(sent.status, 422);
    assert.equal((await stateOf(id))[0], 'open');
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
