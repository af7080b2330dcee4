import { randomUUID } from 'node:crypto';
import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly districtIds: readonly string[];
  readonly words: string;
  readonly at: string;
  /** Ids for a claim, its estimate and an initiative; left out, new ones. */
  readonly ids?: readonly [claim: string, estimate: string, initiative: string];
};

/** One row in each table of claims: a registration, an estimate of it, an initiative that still runs. */
export async function fillClaims(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtIds, words, at } = filling;
  const [claimId, estimateId, initiativeId] = filling.ids ?? [randomUUID(), randomUUID(), randomUUID()];
  await connection.query('insert into claim values ($1, $2, $3, $4, $5, $6)', [
    partnershipId,
    claimId,
    JSON.stringify({ question: words }),
    'c'.repeat(64),
    at,
    personId,
  ]);
  await connection.query('insert into claim_estimate values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)', [
    partnershipId,
    estimateId,
    claimId,
    'c'.repeat(64),
    'd'.repeat(64),
    'tandem 0.0.0',
    JSON.stringify({ values: [0.1 + 0.2, -1e-300, 1 / 3], words }),
    JSON.stringify({ sentence: words, verdict: { says: 'cannot tell' } }),
    at,
    personId,
  ]);
  await connection.query(
    'insert into initiative values ($1, $2, $3, 2009, null, false, $4::uuid[], $3, $3, $5, $6)',
    [partnershipId, initiativeId, words, districtIds, at, personId],
  );
}
