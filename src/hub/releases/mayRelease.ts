import type { RoleId } from '../../vocabulary/partnership.ts';

/** Who brings releases of their own district, and makes tokens by which its vault does. */
export const releasingRoles = [
  'coordinator',
  'sponsor',
  'research-lead',
] as const satisfies readonly RoleId[];

/** Who says whose signature a district's releases bear. */
export const signerRoles = ['coordinator', 'sponsor'] as const satisfies readonly RoleId[];

export function mayRelease(role: RoleId): boolean {
  return (releasingRoles as readonly RoleId[]).includes(role);
}

export function mayNameSigners(role: RoleId): boolean {
  return (signerRoles as readonly RoleId[]).includes(role);
}
