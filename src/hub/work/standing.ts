import type { Engagement } from './engagement.ts';

/** How an engagement stands on a day: computed, never typed. */
export type EngagementStanding =
  | 'asked'
  | 'offered'
  | 'proposed'
  | 'planned'
  | 'under way'
  | 'transfer test'
  | 'waits for sign-off'
  | 'signed off'
  | 'wording the ask'
  | 'ask sent'
  | 'resources secured'
  | 'past its end'
  | 'suspended'
  | 'closed';

/** How an engagement stands on a calendar date. Past its planned end and still open is a standing of its own. */
export function standingOf(engagement: Engagement, today: string): EngagementStanding {
  const { state, startsOn, endsOn } = engagement;
  if (state === 'testing') return 'transfer test';
  if (state !== 'agreed') return state;
  if (today > endsOn) return 'past its end';
  if (today < startsOn) return 'planned';
  if (engagement.mode === 'joint') return jointStanding(engagement);
  return engagement.mode === 'external' ? externalStanding(engagement) : 'under way';
}

function jointStanding({ progress, parties }: Engagement): EngagementStanding {
  if (progress.signedBy.length === 0) return 'under way';
  return progress.signedBy.length < parties.length ? 'waits for sign-off' : 'signed off';
}

function externalStanding({ progress }: Engagement): EngagementStanding {
  if (progress.secured > 0) return 'resources secured';
  return progress.askSentOn ? 'ask sent' : 'wording the ask';
}

/** Whether somebody still has to do with it. */
export function isAlive({ state }: Pick<Engagement, 'state'>): boolean {
  return state !== 'closed';
}
