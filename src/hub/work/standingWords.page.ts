import { type BadgeKind, badge } from '../../page/badge.ts';
import { type Html, html } from '../../page/html.ts';
import type { Engagement } from './engagement.ts';
import { type Came, cameOf } from './engagementReasons.ts';
import { type EngagementStanding, standingOf } from './standing.ts';

const looks: Readonly<Record<Exclude<EngagementStanding, 'closed'>, readonly [BadgeKind, string]>> = {
  asked: ['proposed', 'Asked'],
  offered: ['proposed', 'Offered'],
  proposed: ['proposed', 'Proposed'],
  planned: ['agreed', 'Planned'],
  'under way': ['on pace', 'Under way'],
  'transfer test': ['info', 'Transfer test'],
  'waits for sign-off': ['info', 'Waits for sign-off'],
  'signed off': ['agreed', 'Signed off by both'],
  'wording the ask': ['on pace', 'Wording the ask'],
  'ask sent': ['on pace', 'Ask sent'],
  'resources secured': ['agreed', 'Resources secured'],
  'past its end': ['bad', 'Past its end'],
  suspended: ['placeholder', 'Suspended'],
};

const cameLooks: Readonly<Record<Came, readonly [BadgeKind, string]>> = {
  worked: ['good', 'Closed: it worked'],
  'did not work': ['neutral', 'Closed: tried, did not work'],
  'not begun': ['neutral', 'Closed: not begun'],
  ended: ['neutral', 'Closed'],
};

/** How an engagement stands on a calendar date, as a sign and words. */
export function standingBadge(engagement: Engagement, today: string): Html {
  const standing = standingOf(engagement, today);
  const [kind, words] = standing === 'closed' ? cameLooks[cameOf(engagement) ?? 'ended'] : looks[standing];
  const isLate = standing === 'transfer test' && today > engagement.endsOn;
  return html`${badge(kind, words)}${isLate ? badge('bad', 'Past its end') : ''}`;
}
