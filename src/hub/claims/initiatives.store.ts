import { z } from 'zod';
import { insertMemberAct } from '../audit/audit.store.ts';
import { readStatements } from '../store/statements.ts';
import type { MemberView } from '../store/view.ts';
import type { InitiativeDraft } from './initiativeDraft.ts';

const sql = readStatements(import.meta.url, ['selectInitiatives', 'insertInitiative', 'closeInitiative']);

const InitiativeRow = z.object({
  id: z.string(),
  name: z.string(),
  fromYear: z.number(),
  toYear: z.number().nullable(),
  statewide: z.boolean(),
  districtIds: z.array(z.string()),
  words: z.string(),
  source: z.string(),
  madeAt: z.date(),
  madeBy: z.string(),
});
/** Another reform that ran beside the partnership. Years are calendar years; no last one while it runs. */
export type Initiative = z.infer<typeof InitiativeRow>;

/** Every reform on the partnership's list, the earliest first. */
export function selectInitiatives(view: MemberView): Promise<Initiative[]> {
  return view.rows(sql.selectInitiatives, { partnershipId: view.member.partnership.id }, InitiativeRow);
}

/** Puts a reform on the list. */
export async function insertInitiative(
  view: MemberView,
  id: string,
  draft: InitiativeDraft,
  at: Date,
): Promise<void> {
  const { personId, partnership } = view.member;
  const { name, fromYear, toYear, statewide, districtIds, words, source } = draft;
  await view.run(sql.insertInitiative, {
    partnershipId: partnership.id,
    initiativeId: id,
    name,
    fromYear,
    toYear,
    statewide,
    districtIds,
    words,
    source,
    at,
    personId,
  });
  const detail = { initiative: name, fromYear, toYear, statewide, districtIds, words, source };
  await insertMemberAct(
    view,
    { act: 'listed a concurrent initiative', subject: `initiative ${id}`, detail },
    at,
  );
}

/** Says in which year a running reform ended; false when there is none, it has ended, or it began later. */
export async function closeInitiative(
  view: MemberView,
  id: string,
  toYear: number,
  at: Date,
): Promise<boolean> {
  const closed = await view.optionalRow(
    sql.closeInitiative,
    { partnershipId: view.member.partnership.id, initiativeId: id, toYear },
    z.object({ name: z.string() }),
  );
  if (!closed) return false;
  const detail = { initiative: closed.name, toYear };
  await insertMemberAct(
    view,
    { act: 'ended a concurrent initiative', subject: `initiative ${id}`, detail },
    at,
  );
  return true;
}
