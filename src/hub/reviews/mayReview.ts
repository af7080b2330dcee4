import type { RoleId } from '../../vocabulary/partnership.ts';

/** Who plans reviews, puts things on agendas, seals, unlocks, proposes decisions and opens previews, for their own district. */
export const reviewingRoles = [
  'coordinator',
  'sponsor',
  'research-lead',
] as const satisfies readonly RoleId[];

/** Who may put something on an agenda besides. */
export const agendaRoles = [
  'coordinator',
  'sponsor',
  'research-lead',
  'focus-area-lead',
  'school',
  'finance',
  'facilitator',
] as const satisfies readonly RoleId[];

/** Whose signature, decision and consent bind a district. */
export const bindingRoles = ['sponsor'] as const satisfies readonly RoleId[];

export function mayReview(role: RoleId): boolean {
  return (reviewingRoles as readonly RoleId[]).includes(role);
}

export function mayAddToAgenda(role: RoleId): boolean {
  return (agendaRoles as readonly RoleId[]).includes(role);
}

export function mayBind(role: RoleId): boolean {
  return (bindingRoles as readonly RoleId[]).includes(role);
}
