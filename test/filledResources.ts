import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly districtId: string;
  readonly words: string;
  readonly at: string;
  /** Of the source, the other source, the flexibility, the condition, the import, the engagement and the benchmark. */
  readonly ids: readonly [string, string, string, string, string, string, string];
};

/** A row in each table of resources: money moved by a flexibility with a condition, a ledger of one line, and what was given in kind. */
export async function fillResources(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtId, words, at, ids } = filling;
  const [sourceId, toSourceId, flexibilityId, conditionId, importId, engagementId, benchmarkId] = ids;
  const run = (sql: string, values: readonly unknown[]) => connection.query(sql, values);
  await run("insert into engagement values ($1, $2, 'joint', null, 1, $3, $4)", [
    partnershipId,
    engagementId,
    at,
    personId,
  ]);
  await run("insert into benchmark values ($1, $2, 'mathematics', '_r', 'ALL', 'ALL', $3, $4, $5)", [
    partnershipId,
    benchmarkId,
    words,
    at,
    personId,
  ]);
  for (const id of [sourceId, toSourceId]) {
    await run('insert into funding_source values ($1, $2, 1, $3, $4)', [partnershipId, id, at, personId]);
    await run(
      "insert into funding_source_version values ($1, $2, 1, $3, 'state categorical', $4, '7390', true, '2026-07-01', '2027-06-30', 9007199254740991, $3, null, $5, $6)",
      [partnershipId, id, words, districtId, at, personId],
    );
  }
  await run('insert into flexibility values ($1, $2, 1, $3, $4)', [
    partnershipId,
    flexibilityId,
    at,
    personId,
  ]);
  await run(
    "insert into flexibility_version values ($1, $2, 1, $3, $4, $3, $3, 'other', $3, 'granted', '2026-05-01', '2026-06-01', '2026-07-01', '2027-06-30', 1, $5, $6, $3, null, $7, $8)",
    [partnershipId, flexibilityId, words, districtId, sourceId, toSourceId, at, personId],
  );
  await run('insert into flexibility_engagement values ($1, $2, 1, $3)', [
    partnershipId,
    flexibilityId,
    engagementId,
  ]);
  await run('insert into flexibility_benchmark values ($1, $2, 1, $3)', [
    partnershipId,
    flexibilityId,
    benchmarkId,
  ]);
  await run('insert into condition values ($1, $2, $3, null, 1, $4, $5)', [
    partnershipId,
    conditionId,
    flexibilityId,
    at,
    personId,
  ]);
  await run(
    "insert into condition_version values ($1, $2, 1, 'target reached', '2027-12-31', $3, $4, 2027, 2023, -81.40, 2027, 0.000, null, null, null, null, null, false, $5, null, $6, $7)",
    [partnershipId, conditionId, benchmarkId, districtId, words, at, personId],
  );
  await run(
    "insert into ledger_import values ($1, $2, $3, 'spending', $4, $5, 3, null, 'applied', 2, $6, '2026-07-01', '2026-07-31', 1, -5, 0, null, $7, $8, $7, $8)",
    [partnershipId, importId, districtId, words, 'd'.repeat(64), JSON.stringify({ words }), at, personId],
  );
  await run("insert into resource_line values ($1, $2, 2, '2026-07-01', $3, '', '7390', '5800', -5)", [
    partnershipId,
    importId,
    words,
  ]);
  await run(
    "insert into ledger_rule values ($1, $2, $3, '7390', '5000', '5999', $4, $2, $5, $6, $7, $8, null, null)",
    [partnershipId, sourceId, districtId, words, flexibilityId, engagementId, at, personId],
  );
  await run("insert into in_kind values ($1, $2, $3, $4, 'room', '2026-10-01', $5, null, $6, $7, null)", [
    partnershipId,
    importId,
    districtId,
    engagementId,
    words,
    at,
    personId,
  ]);
  await run('insert into hour_rate values ($1, $2, 1, 6500, $3, $4, $5)', [
    partnershipId,
    districtId,
    words,
    at,
    personId,
  ]);
}
