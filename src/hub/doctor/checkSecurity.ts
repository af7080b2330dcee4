import type { Check } from './check.ts';

/** Whether every table of a partnership's rows is secured by row. */
export function checkRowSecurity(openTables: readonly string[]): Check {
  const what = 'row-level security';
  if (openTables.length === 0) return { what, well: true, says: 'on for every table of a partnership' };
  const says = `off or without a policy on ${openTables.join(', ')}: one partnership could read another's rows; somebody changed the schema, so compare it with migrations/schema.txt`;
  return { what, well: false, says };
}

/** Whether the role that requests run as has a way round row-level security; `powers` is undefined when it is not there. */
export function checkApplicationRole(powers: readonly string[] | undefined): Check {
  const what = 'application role';
  if (!powers)
    return { what, well: false, says: 'tandem_app is not there; starting the hub cannot work without it' };
  if (powers.length === 0) return { what, well: true, says: 'tandem_app has no power that it must not have' };
  return { what, well: false, says: `tandem_app ${powers.join(', ')}; take that away` };
}
