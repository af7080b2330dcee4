import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk } from '../web/route.ts';
import { readResources, type ResourceReading } from './resourceReading.store.ts';

/** Answers with everything of the resources as it stands today. */
export async function withResources(
  ask: MemberAsk,
  answer: (reading: ResourceReading) => Promise<Response>,
): Promise<Response> {
  const today = calendarDay(ask.hub.now());
  return answer(await asMember(ask.hub.database, ask.member, (view) => readResources(view, today)));
}
