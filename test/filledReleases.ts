import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly districtId: string;
  readonly words: string;
  readonly at: string;
  /** An id for the signer, the token and the arrival, and one for the grant. */
  readonly ids: readonly [own: string, grant: string];
  /** 32 bytes that no other token's hash is. */
  readonly tokenHash: Uint8Array;
};

/** One row in each table of releases: a signer, a token, a file at the door, a release and a cell of it. */
export async function fillReleases(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtId, words, at, ids, tokenHash } = filling;
  const [id, grantId] = ids;
  const hash = 'a1'.repeat(32);
  const run = (sql: string, values: readonly unknown[]) => connection.query(sql, values);
  await run('insert into release_signer values ($1, $2, $3, $4, $4, $5, $6, $7)', [
    partnershipId,
    id,
    districtId,
    words,
    `${Buffer.alloc(32).toString('base64')}`,
    at,
    personId,
  ]);
  await run('insert into push_token values ($1, $2, $3, $4, $5, $6, $7)', [
    partnershipId,
    id,
    districtId,
    grantId,
    tokenHash,
    at,
    personId,
  ]);
  await run(
    "insert into release_arrival values ($1, $2, $3, 'push', $4, 3, null, 'refused', $5, null, $6, $6, null, $2)",
    [partnershipId, id, districtId, hash, JSON.stringify([words]), at],
  );
  await run('insert into release values ($1, $2, $3, $4, 1, null, $5, null, $6, $7, $8, $5)', [
    partnershipId,
    hash,
    districtId,
    grantId,
    at,
    JSON.stringify([{ name: words }]),
    JSON.stringify({ solver: words, bound: 0.1 + 0.2 }),
    Buffer.from([0, 1, 255]),
  ]);
  await run("insert into released_table values ($1, $2, 'math_met_pct', 2025, $2)", [partnershipId, hash]);
  await run(
    "insert into released_cell values ($1, $2, 'math_met_pct', 2025, 'all', 'EL', '10621660000000', 'shown', 25, 12, 48.0)",
    [partnershipId, hash],
  );
}
