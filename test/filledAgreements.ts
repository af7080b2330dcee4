import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly districtIds: readonly [string, string];
  readonly words: string;
  readonly at: string;
  readonly agreementId: string;
};

/** One row in each table of agreements: terms, a signature of each district, and the end of one grant. */
export async function fillAgreements(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, districtIds, words, at, agreementId } = filling;
  const hash = 'e'.repeat(64);
  await connection.query('insert into agreement values ($1, $2, 1, $3, $4)', [
    partnershipId,
    agreementId,
    at,
    personId,
  ]);
  await connection.query(
    "insert into agreement_version values ($1, $2, 1, 'proposed', $3, $4, $5, $6, $7, $8)",
    [partnershipId, agreementId, districtIds[0], JSON.stringify({ title: words }), hash, words, at, personId],
  );
  for (const districtId of districtIds)
    await connection.query('insert into agreement_signature values ($1, $2, 1, $3, $4, $5, $6)', [
      partnershipId,
      agreementId,
      districtId,
      hash,
      at,
      personId,
    ]);
  await connection.query('insert into agreement_end values ($1, $2, $2, $3, $4, $5, $6)', [
    partnershipId,
    agreementId,
    districtIds[1],
    words,
    at,
    personId,
  ]);
}
