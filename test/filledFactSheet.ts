import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly words: string;
  readonly at: string;
  readonly sheetId: string;
};

/** A fact sheet of the sealed pack of `fillReviews` that was published and taken from the public again. */
export async function fillFactSheet(connection: Connection, filling: Filling): Promise<void> {
  const { partnershipId, personId, words, at, sheetId } = filling;
  const pack = '5'.repeat(64);
  await connection.query('insert into fact_sheet values ($1, $2, $3, $4, $5, $6, $7, $6, $7, $8)', [
    partnershipId,
    sheetId,
    pack,
    'a'.repeat(64),
    JSON.stringify({ words }),
    at,
    personId,
    words,
  ]);
}
