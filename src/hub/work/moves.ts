import type { Engagement, EngagementParty, EngagementStep } from './engagement.ts';
import type { ClosingReasonId, SuspendingReasonId } from './engagementReasons.ts';
import { closingReasonsFor } from './engagementReasons.ts';

/** What an engagement says in one of its versions. */
export type EngagementContent = Pick<
  Engagement,
  | 'step'
  | 'state'
  | 'actingId'
  | 'title'
  | 'purpose'
  | 'product'
  | 'focusArea'
  | 'strategy'
  | 'needId'
  | 'benchmarkId'
  | 'startsOn'
  | 'endsOn'
  | 'reason'
  | 'words'
  | 'parties'
  | 'partners'
>;

/** A move of an engagement by a district: the next version, or undefined when it cannot be made as it stands. */
export type Move = (engagement: Engagement) => EngagementContent | undefined;

/** What a district says of its own part. */
export type OwnPart = Pick<EngagementParty, 'brings' | 'owner' | 'deputy'>;

function next(
  engagement: Engagement,
  actingId: string,
  step: EngagementStep,
  change: Partial<EngagementContent>,
): EngagementContent {
  const { state, title, purpose, product, focusArea, strategy, needId, benchmarkId, startsOn, endsOn } =
    engagement;
  const { parties, partners } = engagement;
  const same = { state, title, purpose, product, focusArea, strategy, needId, benchmarkId, startsOn, endsOn };
  const reason = state === 'suspended' && !change.state ? engagement.reason : null;
  return { ...same, parties, partners, reason, words: null, ...change, step, actingId };
}

function withOwn({ parties }: Engagement, districtId: string, own: OwnPart): EngagementParty[] {
  return parties.map((party) => (party.districtId === districtId ? { ...party, ...own } : party));
}

type Consent = OwnPart & { readonly words: string | null };
type Days = { readonly startsOn: string; readonly endsOn: string };

/** The helping district answers an ask with who helps, and when. */
export function offering(districtId: string, { words, startsOn, endsOn, ...own }: Consent & Days): Move {
  return (engagement) => {
    const isAsked =
      engagement.state === 'asked' &&
      engagement.parties.some((party) => party.districtId === districtId && party.part === 'helps');
    if (!isAsked) return undefined;
    const parties = withOwn(engagement, districtId, own);
    return next(engagement, districtId, 'offered', { state: 'offered', parties, words, startsOn, endsOn });
  };
}

/** The other district agrees to the plan as it was put forward, and names who owns it there. */
export function agreeing(districtId: string, { words, ...own }: Consent): Move {
  return (engagement) => {
    const waits = engagement.state === 'offered' || engagement.state === 'proposed';
    if (!waits || engagement.actingId === districtId) return undefined;
    const parties = withOwn(engagement, districtId, own);
    return next(engagement, districtId, 'agreed', { state: 'agreed', parties, words });
  };
}

export type EngagementChange = Pick<
  Engagement,
  | 'title'
  | 'purpose'
  | 'product'
  | 'focusArea'
  | 'strategy'
  | 'needId'
  | 'benchmarkId'
  | 'startsOn'
  | 'endsOn'
  | 'partners'
> & { readonly own: OwnPart; readonly words: string };

/** Either district words the work anew, moves its days or changes its own part. What the other has yet to agree to waits for it again. */
export function changing(districtId: string, { own, ...change }: EngagementChange): Move {
  return (engagement) =>
    engagement.state === 'closed'
      ? undefined
      : next(engagement, districtId, 'changed', { ...change, parties: withOwn(engagement, districtId, own) });
}

/** Lets the work rest, with a reason of the list. */
export function suspending(
  districtId: string,
  why: { readonly reason: SuspendingReasonId; readonly words: string | null },
): Move {
  return (engagement) =>
    engagement.state === 'agreed' || engagement.state === 'testing'
      ? next(engagement, districtId, 'suspended', { state: 'suspended', ...why })
      : undefined;
}

/** Takes the work up again, to an end that lies ahead. */
export function resuming(
  districtId: string,
  again: { readonly endsOn: string; readonly words: string | null },
): Move {
  return (engagement) =>
    engagement.state === 'suspended' && again.endsOn >= engagement.startsOn
      ? next(engagement, districtId, 'resumed', { state: 'agreed', ...again })
      : undefined;
}

/** Closes the work with a reason that is open to it. */
export function closing(
  districtId: string,
  why: { readonly reason: ClosingReasonId; readonly words: string | null },
): Move {
  return (engagement) =>
    engagement.state !== 'closed' &&
    closingReasonsFor(engagement, districtId).some(({ id }) => id === why.reason)
      ? next(engagement, districtId, 'closed', { state: 'closed', ...why })
      : undefined;
}

/** The helped district has answered the transfer test: the helping one is to confirm it. */
export function testing(districtId: string): Move {
  return (engagement) =>
    engagement.mode === 'assistance' &&
    engagement.state === 'agreed' &&
    engagement.parties.some((party) => party.districtId === districtId && party.part === 'is helped')
      ? next(engagement, districtId, 'tested', { state: 'testing' })
      : undefined;
}

/** What the helping district says to a test. Passed closes the work: nothing else closes it as transferred. */
export function judging(
  districtId: string,
  { isPassed, words }: { readonly isPassed: boolean; readonly words: string | null },
): Move {
  return (engagement) => {
    const isHelper = engagement.parties.some(
      (party) => party.districtId === districtId && party.part === 'helps',
    );
    if (engagement.state !== 'testing' || !isHelper) return undefined;
    return isPassed
      ? next(engagement, districtId, 'closed', { state: 'closed', reason: 'capacity transferred', words })
      : next(engagement, districtId, 'not yet', { state: 'agreed', words });
  };
}

/** Says what the external partners of work that is agreed to bring. */
export function changingPartners(districtId: string, partners: Engagement['partners']): Move {
  return (engagement) =>
    engagement.state === 'agreed' || engagement.state === 'suspended'
      ? next(engagement, districtId, 'changed', { partners })
      : undefined;
}
