import { addDays } from '../../vocabulary/addDays.ts';
import type { Cycle, CycleSide } from './cycle.ts';
import type { ActId } from './cycleLists.ts';

/** How a district's test stands: computed, never typed. */
export type SideStanding = 'planned' | 'running' | 'study due' | 'study late' | ActId;

/** How a cycle stands: as its side that waits most; once every side has ended, as they ended. */
export type CycleStanding = SideStanding | 'ended differently';

/** A test that is not studied so many days after its day is late. */
export const lateAfterDays = 14;

export function sideStanding(side: CycleSide, today: string): SideStanding {
  if (side.acted) return side.acted.act;
  if (today >= addDays(side.studyOn, lateAfterDays)) return 'study late';
  if (today >= side.studyOn) return 'study due';
  return side.did || today >= side.startsOn ? 'running' : 'planned';
}

const waiting = ['study late', 'study due', 'running', 'planned'] as const;

export function cycleStanding(cycle: Cycle, today: string): CycleStanding {
  const standings = cycle.sides.map((side) => sideStanding(side, today));
  const open = waiting.find((one) => standings.includes(one));
  if (open) return open;
  const [first] = standings;
  if (!first) throw new Error('a cycle is tested by at least one district');
  return standings.every((one) => one === first) ? first : 'ended differently';
}

/** Whether every district that tested it has said what follows, so that nothing waits for anybody. */
export function isEnded(standing: CycleStanding): boolean {
  return !(waiting as readonly string[]).includes(standing);
}

/** The step that a district logs next; null once it has acted. */
export function nextStep({ did, studied, acted }: CycleSide): 'do' | 'study' | 'act' | null {
  if (acted) return null;
  if (!did) return 'do';
  return studied ? 'act' : 'study';
}
