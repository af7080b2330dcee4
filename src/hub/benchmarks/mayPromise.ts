import type { RoleId } from '../../vocabulary/partnership.ts';

/** Who may make benchmarks and change the targets of their own district. */
export const promisingRoles = [
  'coordinator',
  'sponsor',
  'research-lead',
  'focus-area-lead',
] as const satisfies readonly RoleId[];

export function mayPromise(role: RoleId): boolean {
  return (promisingRoles as readonly RoleId[]).includes(role);
}
