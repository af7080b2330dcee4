import type { RoleId } from '../../vocabulary/partnership.ts';

/** Who may write down money of their own district, and bring its ledger. */
export const resourceRoles = ['finance', 'coordinator'] as const satisfies readonly RoleId[];

type Asker = { readonly role: RoleId; readonly districtId: string | null };

/** Whether somebody may change what belongs to a district; `null` is what both have together. */
export function mayChangeResource({ role, districtId }: Asker, ofDistrict: string | null): boolean {
  if (!(resourceRoles as readonly RoleId[]).includes(role) || districtId === null) return false;
  return ofDistrict === null || ofDistrict === districtId;
}
