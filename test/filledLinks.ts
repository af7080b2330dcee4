import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly districtId: string;
  readonly words: string;
  readonly at: string;
  readonly linkId: string;
  /** 32 bytes that no other link's hash is. */
  readonly tokenHash: Uint8Array;
};

/** A signed link that was used once and then revoked, and the hash of its token. */
export async function fillLinks(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtId, words, at, linkId, tokenHash } = filling;
  await connection.query(
    "insert into signed_link values ($1, $2, 'cycle', $2, $3, $4, 'x@example.org', '2026-12-31', 1, $5, $5, $6, $5, $6)",
    [partnershipId, linkId, districtId, words, at, personId],
  );
  await connection.query('insert into signed_link_token values ($1, $2, $3)', [
    partnershipId,
    linkId,
    tokenHash,
  ]);
}
