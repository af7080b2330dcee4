import type { Mail } from '../mail/mail.store.ts';
import type { PartnershipMember } from '../partnership/partnership.store.ts';
import { type Engagement, type Holder, othersIn } from './engagement.ts';
import { engagementMail } from './engagementMail.ts';

type About = Pick<Engagement, 'mode' | 'title' | 'purpose' | 'parties'>;

export type Telling = {
  readonly engagement: About;
  readonly members: readonly PartnershipMember[];
  readonly from: { readonly personId: string; readonly name: string; readonly districtId: string | null };
  /** Short name of the district that acts. */
  readonly district: string;
  readonly did: string;
  readonly next: string;
  readonly words: string | null;
  readonly address: string;
};

/** The mails to the other side of an engagement: to its owner, or while it has none to its coordinators. */
export function tellOthers(telling: Telling): Mail[] {
  const { engagement, members, from, district, did, next, words, address } = telling;
  return othersIn(engagement, from.districtId)
    .flatMap(({ districtId, owner }): Holder[] =>
      owner ? [owner] : members.filter((one) => one.districtId === districtId && one.role === 'coordinator'),
    )
    .filter(({ personId }) => personId !== from.personId)
    .map((to) => ({
      to: to.email,
      ...engagementMail({ to, from, district, engagement, did, next, words, address }),
    }));
}
