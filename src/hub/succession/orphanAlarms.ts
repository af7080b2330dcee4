import { daysBetween } from '../../vocabulary/daysBetween.ts';
import type { Holding, HoldingKindId } from './holding.ts';

/** Whom it was told on which day that something has no owner. */
export type OrphanNotice = {
  readonly kind: HoldingKindId;
  readonly subjectId: string;
  readonly owner: string;
  readonly told: 'coordinator' | 'partner';
  readonly toldOn: string;
};

/** What one side is to be told today: their own district's coordinators, or the partner's. */
export type OrphanAlarm = {
  readonly told: 'coordinator' | 'partner';
  readonly districtId: string;
  readonly orphans: readonly Holding[];
};

/** So many days after its own coordinator, the partner's hears that something still has no owner. */
export const partnerAfterDays = 14;

/** Whoever had an orphan last, as a notice keeps it: a second loss by somebody else is told anew. */
export function lastOwnerOf({ owner, districtId }: Pick<Holding, 'owner' | 'districtId'>): string {
  return owner ? (owner.personId ?? owner.email) : `nobody of ${districtId}`;
}

/** What is to be told today, and to whom: each orphan at once to its district, and once more to the partner when it lies for 14 days. */
export function orphanAlarms(
  orphans: readonly Holding[],
  notices: readonly OrphanNotice[],
  today: string,
): OrphanAlarm[] {
  const noticeOf = (orphan: Holding, told: OrphanNotice['told']) =>
    notices.find(
      (notice) =>
        notice.told === told &&
        notice.kind === orphan.kind &&
        notice.subjectId === orphan.id &&
        notice.owner === lastOwnerOf(orphan),
    );
  const fresh = orphans.filter((orphan) => !noticeOf(orphan, 'coordinator'));
  const lying = orphans.filter((orphan) => {
    const first = noticeOf(orphan, 'coordinator');
    return first && !noticeOf(orphan, 'partner') && daysBetween(first.toldOn, today) >= partnerAfterDays;
  });
  return [...alarmsOf('coordinator', fresh), ...alarmsOf('partner', lying)];
}

function alarmsOf(told: OrphanAlarm['told'], orphans: readonly Holding[]): OrphanAlarm[] {
  return [...Map.groupBy(orphans, ({ districtId }) => districtId)].map(([districtId, own]) => ({
    told,
    districtId,
    orphans: own,
  }));
}
