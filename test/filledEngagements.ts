import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  /** The district that helps, and the one that is helped. */
  readonly districtIds: readonly [helps: string, isHelped: string];
  readonly words: string;
  readonly at: string;
  /** Of the external partner, an engagement in each mode, and what hangs on them. */
  readonly ids: readonly [partner: string, assistance: string, joint: string, external: string, own: string];
};

/** A row in each table of engagements: one in each mode, with a test of transfer and a product. */
export async function fillEngagements(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtIds, words, at, ids } = filling;
  const [helps, isHelped] = districtIds;
  const [partner, assistance, joint, external, own] = ids;
  const by = [at, personId] as const;
  const insert = inserter(connection);
  await insert('external_partner', partnershipId, partner, 1, ...by);
  await insert(
    'external_partner_version',
    partnershipId,
    partner,
    1,
    words,
    'university',
    words,
    'lead@example.org',
    words,
    ...by,
  );
  for (const [id, mode] of [
    [assistance, 'assistance'],
    [joint, 'joint'],
    [external, 'external'],
  ] as const) {
    await insert('engagement', partnershipId, id, mode, null, 1, ...by);
    await insert(
      'engagement_version',
      partnershipId,
      id,
      1,
      'closed',
      'closed',
      helps,
      words,
      words,
      words,
      'mathematics',
      'rigor',
      null,
      null,
      '2026-01-01',
      '2026-06-30',
      'staff left',
      words,
      ...by,
    );
    for (const [district, part] of [
      [helps, 'helps'],
      [isHelped, 'is helped'],
    ])
      await insert(
        'engagement_party',
        partnershipId,
        id,
        1,
        district,
        part,
        words,
        personId,
        words,
        'lead@example.org',
        null,
        words,
        'deputy@example.org',
      );
    await insert('engagement_partner', partnershipId, id, 1, partner, words, words);
  }
  await insert('transfer_test', partnershipId, assistance, 1, isHelped, ...by);
  await insert('transfer_answer', partnershipId, assistance, 1, 'written down', 'no', words);
  await insert('transfer_verdict', partnershipId, assistance, 1, helps, 'not yet', words, ...by);
  await insert('product_version', partnershipId, joint, 1, words, words, ...by);
  await insert('product_use', partnershipId, joint, helps, 1, 1, words, ...by);
  await insert('pilot', partnershipId, joint, own, helps, 1, words, words, '2026-01-01', '2026-02-01', ...by);
  await insert('pilot_result', partnershipId, joint, own, 'worked in part', words, ...by);
  await insert('product_sign_off', partnershipId, joint, 1, helps, ...by);
}

/** A joint ask of both districts, who agreed to it, an answer, and what was secured. */
export async function fillJointAsks(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtIds, words, at, ids } = filling;
  const [helps] = districtIds;
  const [partner, , , external, own] = ids;
  const by = [at, personId] as const;
  const insert = inserter(connection);
  await insert('joint_ask', partnershipId, external, 1, words, '2026-02-01', ...by);
  await insert('joint_ask_agreement', partnershipId, external, 1, helps, ...by);
  await insert(
    'partner_answer',
    partnershipId,
    external,
    own,
    partner,
    1,
    'in part',
    '2026-03-01',
    words,
    ...by,
  );
  await insert(
    'secured_resource',

    partnershipId,
    external,
    own,
    partner,
    words,
    9_007_199_254_740_991,
    null,
    '2026-03-01',
    '2026-07-01',
    '2027-06-30',
    words,
    ...by,
    at,
    words,
  );
}

function inserter(connection: Connection) {
  return (table: string, ...values: readonly unknown[]) =>
    connection.query(`insert into ${table} values (${values.map((_, i) => `$${i + 1}`).join(', ')})`, values);
}
