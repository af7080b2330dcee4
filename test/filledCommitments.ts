import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  /** The district that promises and gives, and the one that receives. */
  readonly districtIds: readonly [gives: string, receives: string];
  readonly words: string;
  readonly at: string;
  /** Of the contact, the commitment, the hours, and what belongs to the contact. */
  readonly ids: readonly [contact: string, commitment: string, hours: string, own: string];
};

/** A row in each table of commitments, contacts and hours: a promise that was moved, a visit that was held, hours in dispute. */
export async function fillCommitments(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtIds, words, at, ids } = filling;
  const [gives, receives] = districtIds;
  const [contact, commitment, hours, own] = ids;
  const by = [at, personId] as const;
  const insert = (table: string, ...values: readonly unknown[]) =>
    connection.query(`insert into ${table} values (${values.map((_, i) => `$${i + 1}`).join(', ')})`, values);
  await insert('contact', partnershipId, contact, 'visit', null, 2, ...by);
  for (const [version, step, state] of [
    [1, 'planned', 'planned'],
    [2, 'held', 'held'],
  ] as const) {
    await insert(
      'contact_version',
      partnershipId,
      contact,
      version,
      step,
      state,
      words,
      words,
      '2026-01-20T17:00:00Z',
      '2026-01-20T20:30:00Z',
      words,
      gives,
      words,
      words,
      words,
      words,
      null,
      words,
      ...by,
    );
    await insert(
      'contact_person',
      partnershipId,
      contact,
      version,
      1,
      'host',
      personId,
      words,
      'lead@example.org',
      version === 2,
    );
    await insert(
      'contact_person',
      partnershipId,
      contact,
      version,
      2,
      'guest',
      null,
      words,
      'guest@example.org',
      null,
    );
  }
  await insert('contact_agenda_item', partnershipId, contact, own, words, ...by, null);
  await insert('contact_minutes', partnershipId, contact, 1, words, ...by);
  await insert('contact_decision', partnershipId, contact, own, words, words, ...by);
  await insert('contact_note', partnershipId, contact, own, words, words, null, at, null, words);
  await insert('commitment', partnershipId, commitment, gives, null, null, contact, 2, ...by);
  await insert(
    'commitment_version',
    partnershipId,
    commitment,
    1,
    'promised',
    'open',
    words,
    '2026-02-01',
    personId,
    words,
    'lead@example.org',
    null,
    words,
    'deputy@example.org',
    null,
    null,
    null,
    ...by,
    null,
  );
  await insert(
    'commitment_version',
    partnershipId,
    commitment,
    2,
    'moved',
    'open',
    words,
    '2026-03-01',
    null,
    words,
    'lead@example.org',
    null,
    null,
    null,
    null,
    'more work',
    words,
    at,
    null,
    words,
  );
  await insert(
    'shared_hours',
    partnershipId,
    hours,
    gives,
    receives,
    gives,
    'mathematics',
    null,
    contact,
    null,
    2,
    ...by,
  );
  for (const [version, state, reason] of [
    [1, 'waiting', null],
    [2, 'disputed', 'hours differ'],
  ])
    await insert(
      'shared_hours_version',
      partnershipId,
      hours,
      version,
      state,
      '2026-01-20',
      14,
      'visit',
      reason,
      words,
      ...by,
      null,
    );
}
