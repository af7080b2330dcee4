import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import { onEachEngine } from '../../../test/engines.ts';
import { asVisitor } from '../store/view.ts';
import { insertMail, selectUnsentMail, waitAfterAttemptMs } from './mail.store.ts';
import { startSending } from './startSending.store.ts';

type Sink = {
  readonly url: string;
  readonly received: string[];
  readonly refuseNext: () => void;
  readonly close: () => Promise<void>;
};

/** A real mail server that keeps what it is given. */
async function openSink(): Promise<Sink> {
  const received: string[] = [];
  let refusals = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        if (refusals > 0) {
          refusals--;
          done(Object.assign(new Error('try later: secret words'), { responseCode: 451 }));
          return;
        }
        received.push(Buffer.concat(chunks).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuseNext: () => refusals++,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const onFault = (error: unknown) => {
  throw error;
};

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 200; i++) {
    if (await condition()) return;
    await sleep(25);
  }
  throw new Error('waited 5 s in vain');
}

test('the wait between attempts doubles from 1 minute to at most 6 hours', () => {
  const minutes = [1, 2, 3, 9, 10, 18].map((attempt) => waitAfterAttemptMs(attempt) / 60_000);
  assert.deepEqual(minutes, [1, 2, 4, 256, 360, 360]);
});

onEachEngine('sending mail', (store) => {
  test('a mail reaches a real mail server once, and its words leave the store', async () => {
    const sink = await openSink();
    const now = new Date('2025-11-03T17:00:00Z');
    await asVisitor(store(), null, (view) =>
      insertMail(view, { to: 'one@district.example', subject: 'Été', body: 'See https://x.example/a' }, now),
    );
    const mail = { smtpUrl: sink.url, from: 'tandem@district.example' };
    const senders = [1, 2].map(() =>
      startSending({ database: store(), mail, now: () => now, pollMs: 10, onFault }),
    );
    await until(() => sink.received.length > 0);
    await sleep(100);
    await Promise.all(senders.map((sender) => sender.stop()));
    await sink.close();
    assert.equal(sink.received.length, 1);
    assert.match(sink.received[0] ?? '', /^To: one@district\.example$/m);
    assert.match(sink.received[0] ?? '', /^From: tandem@district\.example$/m);
    assert.match(sink.received[0] ?? '', /https:\/\/x\.example\/a/);
    const [row] = await store().transaction((connection) =>
      connection.query("select body, attempts from mail where to_email = 'one@district.example'"),
    );
    assert.deepEqual(row, { body: '', attempts: 1 });
  });

  test('a mail that can be answered says so, and its answer goes to an address of its own', async () => {
    const sink = await openSink();
    const now = new Date('2025-11-03T17:30:00Z');
    const replyToken = 'a2'.repeat(16);
    await asVisitor(store(), null, (view) =>
      insertMail(view, { to: 'four@district.example', subject: 'S', body: 'words', replyToken }, now),
    );
    const mail = { smtpUrl: sink.url, from: 'tandem@district.example' };
    const replyAddress = 'tandem@district.example';
    const sender = startSending({
      database: store(),
      mail,
      replyAddress,
      now: () => now,
      pollMs: 10,
      onFault,
    });
    await until(() => sink.received.length > 0);
    await until(async () => (await selectUnsentMail(store(), 1)).length === 0);
    await sender.stop();
    await sink.close();
    assert.match(
      sink.received[0] ?? '',
      new RegExp(`^Reply-To: tandem\\+${replyToken}@district\\.example$`, 'm'),
    );
    assert.match(sink.received[0] ?? '', /Or answer this mail/);
    const [row] = await store().transaction((connection) =>
      connection.query("select body, reply_token from mail where to_email = 'four@district.example'"),
    );
    assert.deepEqual(row, { body: '', reply_token: null });
  });

  test('a mail the server refuses is tried again after a minute, and the error kept is a code', async () => {
    const sink = await openSink();
    sink.refuseNext();
    let now = new Date('2025-11-03T18:00:00Z');
    await asVisitor(store(), null, (view) =>
      insertMail(view, { to: 'two@district.example', subject: 'Second', body: 'words' }, now),
    );
    const mail = { smtpUrl: sink.url, from: 'tandem@district.example' };
    const sender = startSending({
      database: store(),
      mail,
      now: () => now,
      pollMs: 10,
      onFault,
    });
    await until(async () => (await selectUnsentMail(store(), 1))[0]?.lastError !== null);
    const [unsent] = await selectUnsentMail(store(), 1);
    assert.equal(unsent?.attempts, 1);
    assert.equal(unsent?.lastError, 'EMESSAGE 451');
    now = new Date(now.getTime() + 59_000);
    await sleep(100);
    assert.equal(sink.received.length, 0);
    now = new Date(now.getTime() + 1000);
    await until(() => sink.received.length === 1);
    await sender.stop();
    await sink.close();
  });

  test('a server that is not there leaves the mail in the store and the loop alive', async () => {
    let now = new Date('2025-11-03T19:00:00Z');
    await asVisitor(store(), null, (view) =>
      insertMail(view, { to: 'three@district.example', subject: 'Third', body: 'words' }, now),
    );
    const mail = { smtpUrl: 'smtp://127.0.0.1:1', from: 'tandem@district.example' };
    const sender = startSending({
      database: store(),
      mail,
      now: () => now,
      pollMs: 10,
      onFault,
    });
    await until(async () => (await selectUnsentMail(store(), 1))[0]?.lastError === 'ESOCKET');
    now = new Date(now.getTime() + 60_000);
    await until(async () => (await selectUnsentMail(store(), 1))[0]?.attempts === 2);
    await sender.stop();
  });
});
