import type { RoleId } from '../../vocabulary/partnership.ts';

/** Who may register a claim, have it estimated, and keep the list of concurrent initiatives. */
export const claimingRoles = ['coordinator', 'research-lead'] as const satisfies readonly RoleId[];

export function mayClaim(role: RoleId): boolean {
  return (claimingRoles as readonly RoleId[]).includes(role);
}
