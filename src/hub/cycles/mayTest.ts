import type { RoleId } from '../../vocabulary/partnership.ts';
import { type Engagement, partyIn } from '../work/engagement.ts';
import { mayWorkOn } from '../work/mayWork.ts';
import { type Cycle, sideOf } from './cycle.ts';

type Worker = { readonly personId: string; readonly role: RoleId; readonly districtId: string | null };

/** Who may plan a test under an engagement for their own district: whoever works on it there, while it goes on. */
export function mayPlan(worker: Worker, engagement: Engagement): boolean {
  return engagement.state !== 'closed' && mayWorkOn(worker, engagement);
}

/** Who may test a planned change in their own district, too. */
export function mayJoin(worker: Worker, engagement: Engagement, cycle: Cycle): boolean {
  return mayPlan(worker, engagement) && !sideOf(cycle, worker.districtId);
}

/** Who may log their own district's test, and move its day: its leader, and whoever works on the engagement there. */
export function mayLog(worker: Worker, engagement: Engagement, cycle: Cycle): boolean {
  const side = sideOf(cycle, worker.districtId);
  if (!side || !partyIn(engagement, worker.districtId)) return false;
  return side.leader.personId === worker.personId || mayWorkOn(worker, engagement);
}
