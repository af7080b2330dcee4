import { insertCommitment, selectOptionalCommitment } from '../src/hub/commitments/commitments.store.ts';
import { insertOwnReplyAddress } from '../src/hub/replies/replies.store.ts';
import { receiveReply } from '../src/hub/replies/receiveReply.page.ts';
import type { Database } from '../src/hub/store/database.ts';
import { asMember } from '../src/hub/store/view.ts';
import { hubUnderTest } from './hubUnderTest.ts';

type Headers = Readonly<Record<string, string>>;

/** Somebody without account who owns a commitment. */
export const owner = { personId: null, name: 'Sam Owner', email: 'sam@school.example' };

/** A hub whose mails are answered. */
export async function repliesUnderTest(store: Database) {
  const hub = await hubUnderTest(store);
  let n = 0;

  /** A commitment of Fresno owned by somebody without account, and the address its mail is answered to. */
  async function promise(until = '2025-12-31'): Promise<{ id: string; to: string }> {
    const coordinator = hub.member('coordinator');
    return asMember(store, coordinator, async (view) => {
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
    const found = await asMember(store, hub.member('coordinator'), (view) =>
      selectOptionalCommitment(view, id),
    );
    return [found?.state, found?.due, found?.changedBy];
  };
  const newestMail = async (to: string) => (await hub.mails()).find((mail) => mail.to === to);

  return { hub, promise, written, receive, stateOf, newestMail };
}

export type RepliesUnderTest = Awaited<ReturnType<typeof repliesUnderTest>>;
