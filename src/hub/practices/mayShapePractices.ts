import type { RoleId } from '../../vocabulary/partnership.ts';

/** Who may enter practices and studies, and say what their own district takes up and what came of it. */
export const practiceRoles = [
  'coordinator',
  'research-lead',
  'focus-area-lead',
] as const satisfies readonly RoleId[];

export function mayShapePractices(role: RoleId): boolean {
  return (practiceRoles as readonly RoleId[]).includes(role);
}
