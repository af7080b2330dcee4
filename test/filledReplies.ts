import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly words: string;
  readonly at: string;
  readonly linkId: string;
  readonly replyId: string;
  /** 32 bytes that no other reply address's hash is. */
  readonly tokenHash: Uint8Array;
};

/** An address that a mail is answered to, and an answer that was kept and read. */
export async function fillReplies(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, words, at, linkId, replyId, tokenHash } = filling;
  await connection.query('insert into reply_address values ($1, $2, $3)', [partnershipId, linkId, tokenHash]);
  await connection.query(
    "insert into reply values ($1, $2, $3, $4, 'x@example.org', $5, 'note', $5, $6, $6, $7)",
    [partnershipId, replyId, linkId, tokenHash, words, at, personId],
  );
}
