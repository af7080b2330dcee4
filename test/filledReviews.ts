import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly districtIds: readonly [first: string, second: string];
  readonly words: string;
  readonly at: string;
  readonly ids: readonly [review: string, item: string, decision: string, statement: string, about: string];
};

/** A row in each table of reviews: one sealed, signed, unlocked, decided on and spoken of. */
export async function fillReviews(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtIds, words, at, ids } = filling;
  const [first, second] = districtIds;
  const [review, item, decision, statement, about] = ids;
  const hash = '5'.repeat(64);
  const run = (sql: string, values: readonly unknown[]) => connection.query(sql, values);
  await run("insert into review_cadence values ($1, 'sponsors', 1, 13, '2026-07-21', $2, $3, $4)", [
    partnershipId,
    words,
    at,
    personId,
  ]);
  await run("insert into review values ($1, $2, 'sponsors', 1, $3, $4)", [
    partnershipId,
    review,
    at,
    personId,
  ]);
  await run(
    "insert into review_version values ($1, $2, 1, 'planned', $3, '2026-10-20', '2026-07-01', '2026-09-30', null, 21, null, $4, $5)",
    [partnershipId, review, words, at, personId],
  );
  await run('insert into review_item values ($1, $2, $3, $4, $5, $6, $7, $6)', [
    partnershipId,
    review,
    item,
    first,
    words,
    at,
    personId,
  ]);
  await run("insert into pack values ($1, $2, $3, 1, $4, '2026-11-10', $5, $6)", [
    partnershipId,
    hash,
    review,
    words,
    at,
    personId,
  ]);
  await run("insert into pack_signature values ($1, $2, $3, 'sponsor', $4, $5)", [
    partnershipId,
    hash,
    first,
    at,
    personId,
  ]);
  await run(
    "insert into pack_key_signature values ($1, $2, 'key', $3, $4, 'sponsor', '2026-10-21T10:00:00.000Z', 'sig', $5, $6)",
    [partnershipId, hash, first, words, at, personId],
  );
  await run("insert into pack_unlock values ($1, $2, $3, 'other', $4, $5, $6)", [
    partnershipId,
    hash,
    second,
    words,
    at,
    personId,
  ]);
  await run(
    "insert into decision values ($1, $2, $3, $4, 'benchmark', $5, $6, $7, 'adapt', 'off pace', $6, $6, $8, $9)",
    [partnershipId, decision, review, hash, about, words, first, at, personId],
  );
  await run('insert into decision_answer values ($1, $2, $3, false, $4, $5, $6)', [
    partnershipId,
    decision,
    second,
    words,
    at,
    personId,
  ]);
  await run(
    "insert into public_statement values ($1, $2, $3, 'press-line', $4, '2026-10-22', '2026-10-29', null, $5, $6, $5)",
    [partnershipId, statement, hash, words, at, personId],
  );
  await run("insert into statement_consent values ($1, $2, $3, 1, 'objects', 'timing', $4, $5, $6)", [
    partnershipId,
    statement,
    second,
    words,
    at,
    personId,
  ]);
}
