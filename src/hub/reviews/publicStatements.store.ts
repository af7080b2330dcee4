import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { insertMail, type Mail } from '../mail/mail.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import type { PublicStatementStanding } from './mayPublish.ts';
import { entryName, objectionReasons, type StatementPartId, statementParts } from './reviewWords.ts';

const sql = readStatements(import.meta.url, [
  'selectPublicStatements',
  'selectConsents',
  'insertPublicStatement',
  'insertConsent',
  'withdrawPublicStatement',
]);

const StatementRow = z.object({
  id: z.string(),
  packHash: z.string(),
  part: z.enum(statementParts.map(({ id }) => id) as [StatementPartId, ...StatementPartId[]]),
  words: z.string().nullable(),
  previewFrom: z.string(),
  previewUntil: z.string(),
  embargoUntil: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
  withdrawnAt: z.date().nullable(),
});
const ConsentRow = z.object({
  statementId: z.string(),
  districtId: z.string(),
  version: z.number(),
  answer: z.enum(['consents', 'objects']),
  reason: z.string().nullable(),
  words: z.string().nullable(),
  madeAt: z.date(),
  madeBy: z.string(),
});
export type Consent = Omit<z.infer<typeof ConsentRow>, 'statementId'>;

/** A public statement from a pack with the newest answer of each district that gave one; see `mayPublish`. */
export type PublicStatement = z.infer<typeof StatementRow> &
  Omit<PublicStatementStanding, 'consents'> & { readonly consents: readonly Consent[] };

/** What would be said in public from a pack, and who consents to it; oldest first, taken back ones too. */
export async function selectConsents(view: MemberView, packHash: string): Promise<PublicStatement[]> {
  const about = { partnershipId: view.member.partnership.id, packHash };
  const rows = await view.rows(sql.selectPublicStatements, about, StatementRow);
  const consents = await view.rows(sql.selectConsents, about, ConsentRow);
  return rows.map((row) => ({
    ...row,
    isWithdrawn: row.withdrawnAt !== null,
    consents: consents
      .filter(({ statementId }) => statementId === row.id)
      .map(({ districtId, version, answer, reason, words, madeAt, madeBy }) => ({
        districtId,
        version,
        answer,
        reason: reason && entryName(objectionReasons, reason),
        words,
        madeAt,
        madeBy,
      })),
  }));
}

export type NewPublicStatement = Pick<
  PublicStatement,
  'packHash' | 'part' | 'words' | 'previewFrom' | 'previewUntil' | 'embargoUntil'
>;

/** Opens the preview of public statements: every district is asked for its consent. */
export async function insertPublicStatements(
  view: MemberView,
  statements: readonly NewPublicStatement[],
  mails: readonly Mail[],
  at: Date,
): Promise<string[]> {
  const { personId, partnership } = view.member;
  const ids: string[] = [];
  for (const statement of statements) {
    const statementId = newUuid(at);
    await view.run(sql.insertPublicStatement, {
      partnershipId: partnership.id,
      statementId,
      ...statement,
      at,
      personId,
    });
    ids.push(statementId);
  }
  for (const mail of mails) await insertMail(view, mail, at);
  const [first] = statements;
  if (!first) return ids;
  const detail = {
    packHash: first.packHash,
    statements: statements.map(({ part, words }) => words ?? entryName(statementParts, part)),
    previewUntil: first.previewUntil,
    embargoUntil: first.embargoUntil,
  };
  const act = 'opened the preview of public statements';
  await insertMemberAct(view, { act, subject: `public statements of pack ${first.packHash}`, detail }, at);
  return ids;
}

export type ConsentAnswer = {
  readonly answer: 'consents' | 'objects';
  readonly reason: string | null;
  readonly words: string | null;
};

/** A district consents or objects, after version `basedOn` of its own answer; false when somebody of it was quicker. */
export async function insertConsent(
  view: MemberView,
  districtId: DistrictId,
  statement: PublicStatement,
  basedOn: number,
  answer: ConsentAnswer,
  mails: readonly Mail[],
  at: Date,
): Promise<boolean> {
  const { personId, partnership } = view.member;
  const about = { partnershipId: partnership.id, statementId: statement.id };
  const given = await view.optionalRow(
    sql.insertConsent,
    { ...about, districtId, version: basedOn + 1, ...answer, at, personId },
    z.object({ version: z.number() }),
  );
  if (!given) return false;
  for (const mail of mails) await insertMail(view, mail, at);
  const act =
    answer.answer === 'consents' ? 'consented to a public statement' : 'objected to a public statement';
  const detail = {
    packHash: statement.packHash,
    statement: statement.words ?? entryName(statementParts, statement.part),
    reason: answer.reason && entryName(objectionReasons, answer.reason),
    words: answer.words,
  };
  await insertMemberAct(view, { act, subject: `public statement ${statement.id}`, detail }, at);
  return true;
}

/** Takes a public statement back: it is not said, whoever consented. False when it was taken back already. */
export async function withdrawPublicStatement(
  view: MemberView,
  statement: PublicStatement,
  at: Date,
): Promise<boolean> {
  const about = { partnershipId: view.member.partnership.id, statementId: statement.id };
  const taken = await view.optionalRow(
    sql.withdrawPublicStatement,
    { ...about, at },
    z.object({ id: z.string() }),
  );
  if (!taken) return false;
  const detail = {
    packHash: statement.packHash,
    statement: statement.words ?? entryName(statementParts, statement.part),
  };
  const act = { act: 'took a public statement back', subject: `public statement ${statement.id}`, detail };
  await insertMemberAct(view, act, at);
  return true;
}
