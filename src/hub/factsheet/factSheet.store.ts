import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import type { MemberView, OperatorView, PartnershipId } from '../store/view.ts';

const sql = readStatements(import.meta.url, ['selectStatements', 'insertStatement']);

export const statementParts = ['quote', 'contact', 'board', 'note'] as const;

/** Words of the partnership that no figure can give; lines of `words` are lines on the sheet, `asOf` is a calendar date. */
export const Statement = z.object({
  part: z.enum(statementParts),
  heading: z.string(),
  words: z.string().min(1),
  saidBy: z.string().nullable(),
  asOf: z.string().nullable(),
  source: z.string().nullable(),
});
export type Statement = z.infer<typeof Statement>;

export function selectStatements(view: MemberView): Promise<Statement[]> {
  return view.rows(sql.selectStatements, { partnershipId: view.member.partnership.id }, Statement);
}

/** Keeps a new partnership's statements in the order given. */
export async function insertStatements(
  view: OperatorView,
  partnershipId: PartnershipId,
  statements: readonly Statement[],
): Promise<void> {
  for (const [position, statement] of statements.entries()) {
    await view.run(sql.insertStatement, { partnershipId, position, ...statement });
  }
}
