import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  /** The district in need, and the one that is asked. */
  readonly districtIds: readonly [inNeed: string, asked: string];
  readonly words: string;
  readonly at: string;
  /** Of the evidence of need and strength, the need, the note and the ask. */
  readonly ids: readonly [need: string, strength: string, needId: string, note: string, ask: string];
};

/** A row in each table of needs, capacity and asks: a need that was closed, and an ask that was declined. */
export async function fillNeeds(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtIds, words, at, ids } = filling;
  const [inNeed, asked] = districtIds;
  const [needEvidence, strengthEvidence, needId, noteId, askId] = ids;
  const run = (sql: string, values: readonly unknown[]) => connection.query(sql, values);
  for (const [id, district, status] of [
    [needEvidence, inNeed, 'need'],
    [strengthEvidence, asked, 'strength'],
  ]) {
    await run(
      `insert into kept_evidence values (
         $1, $2, $3, 'math_dfs', 'EL', 2025, $4, false, 1, $5, array[$2]::uuid[], -91.95, 8791, -80.1, -12.25, -19.5, -5, 3.3, 'worse',
         0.30000000000000004, 1e-17, -0.5, -1, 0, 0.25, 'as expected', 2023, 2025, $6)`,
      [partnershipId, id, district, status, 'c'.repeat(64), at],
    );
  }
  await run("insert into need values ($1, $2, $3, 'math_dfs', 'EL', false, 2, $4, $5)", [
    partnershipId,
    needId,
    inNeed,
    at,
    personId,
  ]);
  for (const [version, step, evidence, reason] of [
    [1, 'confirmed', needEvidence, null],
    [2, 'closed', null, 'set aside'],
  ]) {
    await run(
      "insert into need_version values ($1, $2, $3, $4, $5, 'mathematics', $6, $7, $8, $5, null, $9, $6)",
      [partnershipId, needId, version, step, words, personId, evidence, reason, at],
    );
  }
  await run("insert into comparison_note values ($1, $2, $3, null, null, $4, 'other', $5, $6, $7, $6)", [
    partnershipId,
    noteId,
    inNeed,
    asked,
    words,
    at,
    personId,
  ]);
  await run(
    "insert into capacity values ($1, $2, 'mathematics', 2027, 'spring', 1, 2, 6, null, $3, 'lead@example.org', '2027-06-30', null, $4, $5)",
    [partnershipId, asked, words, at, personId],
  );
  await run(
    "insert into ask values ($1, $2, $3, $4, 'mathematics', 2027, 'spring', 'call', 2, $5, $6, $5, 'lead@example.org', $7, 'declined', 2, $8, $6)",
    [partnershipId, askId, needId, asked, words, personId, strengthEvidence, at],
  );
  await run(
    "insert into ask_answer values ($1, $2, 2, 'declined', 'wrong person', $3, null, $4, $3, 'x@example.org', $5, $4)",
    [partnershipId, askId, words, personId, at],
  );
}
