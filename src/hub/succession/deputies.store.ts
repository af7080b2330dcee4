import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import type { PartnershipMember } from '../partnership/partnership.store.ts';
import { readStatements } from '../store/statements.ts';
import type { MemberView, PersonId } from '../store/view.ts';
import type { HoldingPerson } from './holding.ts';

const sql = readStatements(import.meta.url, ['selectDeputies', 'insertDeputy']);

const DeputyRow = z
  .object({
    personId: z.string(),
    version: z.number(),
    deputyId: z.string().nullable(),
    deputyName: z.string().nullable(),
    deputyEmail: z.string().nullable(),
    madeAt: z.date(),
    madeBy: z.string(),
  })
  .transform(({ deputyId, deputyName, deputyEmail, ...row }) => ({
    ...row,
    deputy:
      deputyName !== null && deputyEmail !== null
        ? ({ personId: deputyId, name: deputyName, email: deputyEmail } satisfies HoldingPerson)
        : null,
  }));
/** Who stands in for a member; `version` is 0 nowhere: a member nobody was named for has none of these. */
export type Deputy = z.infer<typeof DeputyRow>;

/** Who stands in for whom, by the member's id. */
export async function selectDeputies(view: MemberView): Promise<ReadonlyMap<PersonId, Deputy>> {
  const rows = await view.rows(sql.selectDeputies, { partnershipId: view.member.partnership.id }, DeputyRow);
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Names a member's deputy, or nobody, after the version `basedOn` (0: none yet); false when somebody else was quicker. */
export async function insertDeputy(
  view: MemberView,
  member: PartnershipMember,
  basedOn: number,
  deputy: HoldingPerson | null,
  at: Date,
): Promise<boolean> {
  const values = {
    partnershipId: view.member.partnership.id,
    personId: member.personId,
    version: basedOn + 1,
    deputyId: deputy?.personId ?? null,
    deputyName: deputy?.name ?? null,
    deputyEmail: deputy?.email ?? null,
    at,
    byId: view.member.personId,
  };
  if (!(await view.optionalRow(sql.insertDeputy, values, z.object({ version: z.number() })))) return false;
  const act = deputy ? `named ${deputy.name} deputy of ${member.name}` : `left ${member.name} without deputy`;
  const detail = { role: member.role, districtId: member.districtId };
  await insertMemberAct(view, { act, subject: `person ${member.personId}`, detail }, at);
  return true;
}
