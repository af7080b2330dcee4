import { type Ask, selectAsks } from '../needs/asks.store.ts';
import type { MemberView } from '../store/view.ts';
import { readWorkContext, type WorkContext } from './commitmentsReading.store.ts';
import { type SharedHours, selectHours } from './hours.store.ts';

/** The hours of both sides with what they can belong to; `asks` are those that were accepted. */
export type HoursReading = WorkContext & {
  readonly hours: readonly SharedHours[];
  readonly asks: readonly Ask[];
};

export async function readHours(view: MemberView): Promise<HoursReading> {
  return {
    ...(await readWorkContext(view)),
    hours: await selectHours(view),
    asks: (await selectAsks(view)).filter(({ state }) => state === 'accepted'),
  };
}
