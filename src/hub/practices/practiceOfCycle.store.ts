import { sideOf } from '../cycles/cycle.ts';
import { selectOptionalCycle } from '../cycles/cycles.store.ts';
import type { MemberView } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import { selectOptionalEngagement } from '../work/engagements.store.ts';

/** What a form of a practice knows of a tested change that the member's district adopted; nothing where it did not. */
export async function practiceOfCycle(
  view: MemberView,
  cycleId: string | undefined,
): Promise<Readonly<Record<string, string>>> {
  const cycle = isId(cycleId) ? await selectOptionalCycle(view, cycleId) : undefined;
  const side = cycle && sideOf(cycle, view.member.districtId);
  if (!cycle || side?.acted?.act !== 'adopt') return {};
  const engagement = await selectOptionalEngagement(view, cycle.engagementId);
  return {
    done: cycle.idea,
    measure: cycle.measureId,
    group: cycle.group,
    engagement: cycle.engagementId,
    need: engagement?.needId ?? '',
    focusArea: engagement?.focusArea ?? '',
    strategy: engagement?.strategy ?? '',
  };
}
