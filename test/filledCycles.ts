import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly districtId: string;
  readonly words: string;
  readonly at: string;
  readonly engagementId: string;
  /** By which a step was logged. */
  readonly linkId: string;
  readonly cycleId: string;
};

/** A cycle that one district tested: its day moved once, given to another leader, logged by a person and by a link, abandoned; and that it was asked for. */
export async function fillCycles(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtId, words, at, engagementId, linkId, cycleId } = filling;
  const run = (sql: string, values: readonly unknown[]) => connection.query(sql, values);
  await run(
    "insert into cycle values ($1, $2, $3, $4, null, 'other', $5, 'elpi', 'EL', 'rises', 2.50, $6, $7)",
    [partnershipId, cycleId, engagementId, districtId, words, at, personId],
  );
  for (const [version, step, reason] of [
    [1, 'joined', null],
    [2, 'moved', 'more time'],
    [3, 'handed over', 'leader left'],
  ])
    await run(
      "insert into cycle_side values ($1, $2, $3, $4, $5, 3, $6, true, null, $6, 'x@example.org', '2026-01-01', '2026-03-01', $7, $6, $8, $9)",
      [partnershipId, cycleId, districtId, version, step, words, reason, at, personId],
    );
  const key = [partnershipId, cycleId, districtId];
  await run(
    "insert into cycle_log values ($1, $2, $3, 1, 'do', 'partly', null, null, null, null, null, null, null, $4, $5, $6, null)",
    [...key, words, at, personId],
  );
  const figures = [
    { districtId, before: { year: 2025, value: '0.30', n: null, from: 'public' }, after: null },
  ];
  await run(
    "insert into cycle_log values ($1, $2, $3, 2, 'study', null, $4, 18, 24, false, $5, null, null, $4, $6, null, $7)",
    [...key, words, JSON.stringify(figures), at, linkId],
  );
  await run(
    "insert into cycle_log values ($1, $2, $3, 3, 'act', null, null, null, null, null, null, 'abandon', 'did not work', null, $4, null, $5)",
    [...key, at, linkId],
  );
  await run("insert into cycle_prompt values ($1, $2, $3, '2026-03-01', 'due', $4)", [...key, at]);
}
