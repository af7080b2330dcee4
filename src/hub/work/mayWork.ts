import type { RoleId } from '../../vocabulary/partnership.ts';
import { type Engagement, partyIn } from './engagement.ts';

/** Who may begin and change the work of their own district, beside the owners and deputies that an engagement names. */
export const workRoles = [
  'coordinator',
  'sponsor',
  'research-lead',
  'focus-area-lead',
  'finance',
] as const satisfies readonly RoleId[];

type Worker = { readonly personId: string; readonly role: RoleId; readonly districtId: string | null };

export function mayBeginWork({ role, districtId }: Worker): boolean {
  return districtId !== null && (workRoles as readonly RoleId[]).includes(role);
}

/** A district acts in an engagement through its own people: those of the roles, and whoever owns it there or is their deputy. */
export function mayWorkOn(worker: Worker, engagement: Engagement): boolean {
  const party = partyIn(engagement, worker.districtId);
  if (!party) return false;
  const holders = [party.owner?.personId, party.deputy?.personId];
  return mayBeginWork(worker) || holders.includes(worker.personId);
}
