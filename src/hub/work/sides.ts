import { type Engagement, partyIn } from './engagement.ts';

/** On which side of an engagement a district stands; `assistance` for somebody of none, who neither gives nor gets. */
export type Side = 'give' | 'get' | 'together' | 'assistance';

export function sideOf(engagement: Engagement, districtId: string | null): Side {
  if (engagement.mode !== 'assistance') return 'together';
  const part = partyIn(engagement, districtId)?.part;
  if (part === undefined) return 'assistance';
  return part === 'helps' ? 'give' : 'get';
}
