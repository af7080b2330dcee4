import type { Connection } from '../src/hub/store/database.ts';

type Filling = {
  readonly partnershipId: string;
  readonly personId: string;
  readonly words: string;
  readonly at: string;
};

/** One mail that has gone out by itself, and one choice to get none. */
export async function fillReminders(
  connection: Connection,
  { partnershipId, personId, words, at }: Filling,
): Promise<void> {
  await connection.query('insert into told values ($1, $2, $3)', [partnershipId, words, at]);
  await connection.query('insert into digest_choice values ($1, $2, 1, false, $3)', [
    partnershipId,
    personId,
    at,
  ]);
}
