import type { RoleId } from '../../vocabulary/partnership.ts';

/** Who may confirm and change needs of their own district, offer its capacity, and ask another district. */
export const needRoles = [
  'coordinator',
  'research-lead',
  'focus-area-lead',
] as const satisfies readonly RoleId[];

export function mayWorkOnNeeds(role: RoleId): boolean {
  return (needRoles as readonly RoleId[]).includes(role);
}
