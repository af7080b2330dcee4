import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly districtId: string;
  readonly words: string;
  readonly at: string;
  readonly importId: string;
};

/** A workbook that was brought back, and that it was applied. */
export async function fillSheets(
  connection: Connection,
  { partnershipId, personId, districtId, words, at, importId }: Filling,
): Promise<void> {
  await connection.query('insert into sheet_import values ($1, $2, $3, $4, $5, $6, $7)', [
    partnershipId,
    importId,
    districtId,
    words,
    Buffer.from([0, 9, 10, 13, 92, 255]),
    at,
    personId,
  ]);
  await connection.query('insert into sheet_applied values ($1, $2, $3, $4, 2)', [
    partnershipId,
    importId,
    at,
    personId,
  ]);
}
