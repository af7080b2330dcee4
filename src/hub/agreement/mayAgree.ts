import type { RoleId } from '../../vocabulary/partnership.ts';

/** Who may draft, propose and counter an agreement for their own district, and end it or take a grant back. */
export const agreeingRoles = ['coordinator', 'sponsor'] as const satisfies readonly RoleId[];

/** Whose signature binds a district. */
export const signingRoles = ['sponsor'] as const satisfies readonly RoleId[];

export function mayAgree(role: RoleId): boolean {
  return (agreeingRoles as readonly RoleId[]).includes(role);
}

export function maySign(role: RoleId): boolean {
  return (signingRoles as readonly RoleId[]).includes(role);
}
