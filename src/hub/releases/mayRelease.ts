import type { RoleId } from '../../vocabulary/partnership.ts';

/** Who brings releases of their own district, and makes tokens by which its vault does. */
export const releasingRoles = [
  'coordinator',
  'sponsor',
  'research-lead',
] as const satisfies readonly RoleId[];

/** Whose signature a release of their district may bear: each registers a key of their own. */
export const signingRoles = [
  'coordinator',
  'sponsor',
  'research-lead',
  'focus-area-lead',
  'finance',
] as const satisfies readonly RoleId[];

/** Who lets another person's key sign for the district, and takes one off. */
export const signerRoles = ['coordinator', 'sponsor'] as const satisfies readonly RoleId[];

export function mayRelease(role: RoleId): boolean {
  return (releasingRoles as readonly RoleId[]).includes(role);
}

export function maySignReleases(role: RoleId): boolean {
  return (signingRoles as readonly RoleId[]).includes(role);
}

export function mayLetSigners(role: RoleId): boolean {
  return (signerRoles as readonly RoleId[]).includes(role);
}
