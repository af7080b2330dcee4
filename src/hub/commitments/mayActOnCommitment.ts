import type { RoleId } from '../../vocabulary/partnership.ts';

/** Who may promise something for their own district, and act on what it promised. */
export const promisingRoles = [
  'coordinator',
  'sponsor',
  'research-lead',
  'focus-area-lead',
  'finance',
] as const satisfies readonly RoleId[];

type Asker = { readonly personId: string; readonly role: RoleId; readonly districtId: string | null };

export function mayPromise({ role, districtId }: Pick<Asker, 'role' | 'districtId'>): boolean {
  return districtId !== null && (promisingRoles as readonly RoleId[]).includes(role);
}

type Owned = {
  readonly districtId: string;
  readonly owner: { readonly personId: string | null };
  readonly deputy: { readonly personId: string | null } | null;
};

/** Its owner and deputy in any role; otherwise those of the district who may promise for it. Never the partner. */
export function mayActOnCommitment(asker: Asker, commitment: Owned): boolean {
  return (
    asker.districtId === commitment.districtId && (mayPromise(asker) || isOwnedBy(commitment, asker.personId))
  );
}

/** Whether somebody owns it or stands in for its owner. */
export function isOwnedBy({ owner, deputy }: Omit<Owned, 'districtId'>, personId: string): boolean {
  return owner.personId === personId || deputy?.personId === personId;
}

/** Who may enter and confirm hours of their own district: whoever may promise for it, and a school that gave or got them. */
export const hoursRoles = [...promisingRoles, 'school'] as const satisfies readonly RoleId[];

export function mayEnterHours({ role, districtId }: Pick<Asker, 'role' | 'districtId'>): boolean {
  return districtId !== null && (hoursRoles as readonly RoleId[]).includes(role);
}
