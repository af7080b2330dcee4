import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly districtId: string;
  readonly words: string;
  readonly at: string;
  readonly ids: readonly [leaving: string, orphan: string];
};

/** A deputy who was named and taken away, a leaving that was called off with its pack, and two notices of an orphan. */
export async function fillSuccession(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtId, words, at, ids } = filling;
  const [leavingId, orphanId] = ids;
  const run = (sql: string, values: readonly unknown[]) => connection.query(sql, values);
  await run("insert into deputy values ($1, $2, 1, null, $3, 'dee@example.org', $4, $2)", [
    partnershipId,
    personId,
    words,
    at,
  ]);
  await run('insert into deputy values ($1, $2, 2, null, null, null, $3, $2)', [partnershipId, personId, at]);
  await run(
    "insert into leaving values ($1, $2, $3, 'coordinator', $4, null, '2026-02-28', null, $5, $6, $3, null, $6, $3)",
    [partnershipId, leavingId, personId, districtId, words, at],
  );
  await run('insert into handover_pack values ($1, $2, 1, $3, $4, $5)', [
    partnershipId,
    leavingId,
    'd'.repeat(64),
    JSON.stringify({ words }),
    at,
  ]);
  for (const [told, day] of [
    ['coordinator', '2026-01-05'],
    ['partner', '2026-01-19'],
  ])
    await run("insert into orphan_notice values ($1, 'need', $2, $3, $4, $5)", [
      partnershipId,
      orphanId,
      words,
      told,
      day,
    ]);
}
