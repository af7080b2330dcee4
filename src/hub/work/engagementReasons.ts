import type { ModeId } from '../../vocabulary/partnership.ts';
import type { Engagement } from './engagement.ts';

/** Why an engagement rests for a while. */
export const suspendingReasons = [
  { id: 'staff left', name: 'Key staff left, or a post is vacant' },
  { id: 'no time', name: 'No time this term' },
  { id: 'events', name: 'An emergency or another event came between' },
  { id: 'leadership', name: 'A superintendent or board reviews its priorities' },
  { id: 'waits for data', name: 'Waits for figures or a release' },
  { id: 'waits for agreement', name: 'Waits for an agreement or a consent' },
  { id: 'waits for money', name: 'Waits for money' },
  { id: 'other', name: 'Another reason' },
] as const;
export type SuspendingReasonId = (typeof suspendingReasons)[number]['id'];

/** What a closed engagement came to: it did what it was for, was tried and did not, was never begun, or went on elsewhere. */
export type Came = 'worked' | 'did not work' | 'not begun' | 'ended';

type ClosingReason = {
  readonly id: string;
  readonly name: string;
  readonly came: Came;
  /** Only engagements of this mode are closed so. */
  readonly mode?: ModeId;
};

/** Why an engagement is closed. */
export const closingReasons = [
  {
    id: 'capacity transferred',
    name: 'Capacity transferred: they can do it alone',
    came: 'worked',
    mode: 'assistance',
  },
  { id: 'joint product', name: 'Both districts use what they signed off', came: 'worked', mode: 'joint' },
  { id: 'resources secured', name: 'The resources are secured', came: 'worked', mode: 'external' },
  { id: 'met', name: 'The need was met in another way', came: 'ended' },
  { id: 'merged', name: 'Goes on within another engagement', came: 'ended' },
  { id: 'did not help', name: 'Tried, and it did not work', came: 'did not work' },
  {
    id: 'not alone yet',
    name: 'It ended before they could do it alone',
    came: 'did not work',
    mode: 'assistance',
  },
  { id: 'staff left', name: 'Key staff left, and nobody took over', came: 'did not work' },
  { id: 'no capacity', name: 'No time or capacity', came: 'did not work' },
  { id: 'priorities', name: 'Priorities changed', came: 'did not work' },
  { id: 'money ended', name: 'The money ended', came: 'did not work' },
  { id: 'partner declined', name: 'The external partner said no', came: 'did not work', mode: 'external' },
  { id: 'declined', name: 'Not taken up by the other district', came: 'not begun' },
  { id: 'taken back', name: 'Taken back before it began', came: 'not begun' },
  { id: 'other', name: 'Another reason', came: 'ended' },
] as const satisfies readonly ClosingReason[];
export type ClosingReasonId = (typeof closingReasons)[number]['id'];

const all: readonly ClosingReason[] = closingReasons;

/** What a closed engagement came to; undefined for one that is not closed. */
export function cameOf({ state, reason }: Pick<Engagement, 'state' | 'reason'>): Came | undefined {
  if (state !== 'closed') return undefined;
  return all.find(({ id }) => id === reason)?.came ?? 'ended';
}

/** The name of a reason to suspend or close; the id itself for one that is no longer in the lists. */
export function engagementReasonName({ state, reason }: Pick<Engagement, 'state' | 'reason'>): string {
  const reasons: readonly { id: string; name: string }[] =
    state === 'suspended' ? suspendingReasons : closingReasons;
  return reasons.find(({ id }) => id === reason)?.name ?? reason ?? '';
}

/**
 * The reasons for which a district can close an engagement now. Capacity is transferred only by a passed test; a product counts when
 * both signed it off and use it, resources when some are secured.
 */
export function closingReasonsFor(
  engagement: Pick<Engagement, 'mode' | 'state' | 'actingId' | 'progress' | 'parties'>,
  districtId: string,
): (typeof closingReasons)[number][] {
  const { mode, state, actingId, progress, parties } = engagement;
  const isBegun = state === 'agreed' || state === 'testing' || state === 'suspended';
  return closingReasons.filter((reason) => {
    if ('mode' in reason && reason.mode !== mode) return false;
    if (reason.id === 'capacity transferred') return false;
    if (reason.id === 'joint product')
      return (
        isBegun && progress.signedBy.length === parties.length && progress.usedBy.length === parties.length
      );
    if (reason.id === 'resources secured') return isBegun && progress.secured > 0;
    if (reason.id === 'declined') return !isBegun && actingId !== districtId;
    if (reason.id === 'taken back') return !isBegun && actingId === districtId;
    return isBegun || reason.came === 'ended';
  });
}
