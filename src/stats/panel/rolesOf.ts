import type { Panel } from './panel.ts';
import type { Roles } from './weighBlock.ts';

/** Treated rows and donors of a panel, each ascending. */
export function rolesOf({ units, treated }: Panel): Roles {
  const isTreated = new Uint8Array(units);
  for (const row of treated) isTreated[row] = 1;
  const donors: number[] = [];
  for (let row = 0; row < units; row++) if (isTreated[row] === 0) donors.push(row);
  return { donors, treated };
}
