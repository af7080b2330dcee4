import type { RoleId } from '../../vocabulary/partnership.ts';

type Somebody = {
  readonly personId: string;
  readonly role: RoleId;
  readonly districtId: string | null;
};

/** Who may say that somebody leaves: a coordinator of that district, the facilitator, and whoever leaves themself. */
export function mayStartLeaving(asker: Somebody, leaver: Somebody): boolean {
  if (asker.personId === leaver.personId) return true;
  if (asker.role === 'facilitator') return true;
  return asker.role === 'coordinator' && asker.districtId === leaver.districtId;
}

/** Who may hand over what is of a district: its coordinator, and whoever leaves. What one owns in a district the other never gives away. */
export function mayHandOver(asker: Somebody, leaver: Somebody): boolean {
  if (asker.personId === leaver.personId) return true;
  return asker.role === 'coordinator' && asker.districtId === leaver.districtId;
}

/** Who may name a member's deputy. */
export const mayNameDeputy = mayHandOver;

/** Who may read a handover pack: coordinators, the facilitator, whoever leaves, and who takes over or stands in. */
export function mayReadPack(
  asker: Somebody,
  {
    leaverId,
    successorId,
    deputyId,
  }: { readonly leaverId: string; readonly successorId: string | null; readonly deputyId: string | null },
): boolean {
  if (asker.role === 'coordinator' || asker.role === 'facilitator') return true;
  return [leaverId, successorId, deputyId].includes(asker.personId);
}

/** Why somebody cannot leave yet; null when they can. */
export type CannotLeave = 'last coordinator' | 'nobody speaks for the district';

/** A partnership keeps a coordinator, and each district somebody who speaks for it: a coordinator or a superintendent. */
export function cannotLeave(leaver: Somebody, members: readonly Somebody[]): CannotLeave | null {
  const others = members.filter(({ personId }) => personId !== leaver.personId);
  if (leaver.role === 'coordinator' && !others.some(({ role }) => role === 'coordinator'))
    return 'last coordinator';
  const speaks = ({ role }: Somebody) => role === 'coordinator' || role === 'sponsor';
  const isLastVoice =
    leaver.districtId !== null &&
    speaks(leaver) &&
    !others.some((one) => one.districtId === leaver.districtId && speaks(one));
  return isLastVoice ? 'nobody speaks for the district' : null;
}

/** What to do about it, in one sentence. */
export function cannotLeaveSentence(reason: CannotLeave, name: string): string {
  return reason === 'last coordinator'
    ? `${name} is the last coordinator of the partnership: let the operator add another one first.`
    : `Without ${name} the district would have neither a coordinator nor a superintendent here: let the operator add one first.`;
}
