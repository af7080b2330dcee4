import type { Content } from '../../page/html.ts';
import type { MemberAsk } from '../web/route.ts';
import type { Engagement } from './engagement.ts';

/** What the other rooms keep about an engagement: each gives a card, or nothing where it has nothing to say. */
export function engagementCards(_ask: MemberAsk, _engagement: Engagement): Promise<Content[]> {
  return Promise.resolve([]);
}
