import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import type { LedgerRuleTerms } from './ledgerRule.ts';

const sql = readStatements(import.meta.url, ['selectLedgerRules', 'insertLedgerRule', 'withdrawLedgerRule']);

const RuleRow = z
  .object({
    id: z.string(),
    districtId: z.string(),
    resourceCode: z.string().nullable(),
    firstObject: z.string().nullable(),
    lastObject: z.string().nullable(),
    holdsText: z.string().nullable(),
    sourceId: z.string().nullable(),
    flexibilityId: z.string().nullable(),
    engagementId: z.string().nullable(),
    madeAt: z.date(),
    madeBy: z.string(),
  })
  .transform(({ firstObject, lastObject, ...row }) => ({
    ...row,
    objects: firstObject === null || lastObject === null ? null : { first: firstObject, last: lastObject },
  }));
/** A rule in force that says where lines of a district's ledger belong. */
export type LedgerRule = z.infer<typeof RuleRow>;

/** The rules in force, oldest first. */
export function selectLedgerRules(view: MemberView): Promise<LedgerRule[]> {
  return view.rows(sql.selectLedgerRules, { partnershipId: view.member.partnership.id }, RuleRow);
}

/** Sets a rule for the ledger of a district: it holds for every line, earlier ones too. */
export async function insertLedgerRule(
  view: MemberView,
  districtId: DistrictId,
  { objects, ...terms }: LedgerRuleTerms,
  at: Date,
): Promise<string> {
  const { personId, partnership } = view.member;
  const id = newUuid(at);
  await view.run(sql.insertLedgerRule, {
    partnershipId: partnership.id,
    ruleId: id,
    districtId,
    ...terms,
    firstObject: objects?.first ?? null,
    lastObject: objects?.last ?? null,
    at,
    personId,
  });
  const detail = { districtId, ...terms, objects };
  await insertMemberAct(view, { act: 'set a rule for the ledger', subject: `ledger rule ${id}`, detail }, at);
  return id;
}

/** Withdraws a rule; false when it was withdrawn before. */
export async function withdrawLedgerRule(view: MemberView, rule: LedgerRule, at: Date): Promise<boolean> {
  const { personId, partnership } = view.member;
  const values = { partnershipId: partnership.id, ruleId: rule.id, at, personId };
  if (!(await view.optionalRow(sql.withdrawLedgerRule, values, z.object({ id: z.string() })))) return false;
  const { districtId, resourceCode, holdsText } = rule;
  const detail = { districtId, resourceCode, holdsText };
  await insertMemberAct(
    view,
    { act: 'withdrew a rule for the ledger', subject: `ledger rule ${rule.id}`, detail },
    at,
  );
  return true;
}
