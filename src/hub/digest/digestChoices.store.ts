import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import type { MemberView, PersonId } from '../store/view.ts';

const sql = readStatements(import.meta.url, ['insertTold', 'selectDigestChoices', 'insertDigestChoice']);

const ChoiceRow = z.object({ personId: z.string(), wanted: z.boolean(), version: z.number() });
export type DigestChoice = z.infer<typeof ChoiceRow>;

/** What people of the partnership chose about the weekly mail; whoever chose nothing gets it. */
export async function selectDigestChoices(view: MemberView): Promise<ReadonlyMap<PersonId, DigestChoice>> {
  const rows = await view.rows(
    sql.selectDigestChoices,
    { partnershipId: view.member.partnership.id },
    ChoiceRow,
  );
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Turns the weekly mail on or off for whoever asks. */
export async function insertDigestChoice(view: MemberView, wanted: boolean, at: Date): Promise<void> {
  const { personId, partnership } = view.member;
  const earlier = (await selectDigestChoices(view)).get(personId);
  if ((earlier?.wanted ?? true) === wanted) return;
  await view.run(sql.insertDigestChoice, {
    partnershipId: partnership.id,
    personId,
    version: (earlier?.version ?? 0) + 1,
    wanted,
    at,
  });
}

/** Notes that a mail goes out, in its transaction; false when it has gone out before. */
export async function noteTold(view: MemberView, about: string, at: Date): Promise<boolean> {
  const noted = await view.optionalRow(
    sql.insertTold,
    { partnershipId: view.member.partnership.id, about, at },
    z.object({ about: z.string() }),
  );
  return noted !== undefined;
}
