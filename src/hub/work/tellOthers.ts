import type { RoleId } from '../../vocabulary/partnership.ts';
import { type Engagement, type Holder, othersIn } from './engagement.ts';
import { engagementMail } from './engagementMail.ts';

type About = Pick<Engagement, 'mode' | 'title' | 'purpose' | 'parties'>;

/** Somebody who belongs to the partnership. */
type Colleague = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleId;
  readonly districtId: string | null;
};

export type Telling = {
  readonly engagement: About;
  readonly members: readonly Colleague[];
  readonly from: { readonly personId: string; readonly name: string; readonly districtId: string | null };
  /** Short name of the district that acts. */
  readonly district: string;
  readonly did: string;
  readonly next: string;
  readonly words: string | null;
  readonly address: string;
  /** Whether those who stand in are told, too, of either side: the work rests or ends. */
  readonly toDeputies?: boolean;
};

/** The mails to the other side of an engagement: to its owner; to its coordinators while it has none, and to its deputy, too, once the owner has left. */
export function tellOthers(
  telling: Telling,
): { readonly to: string; readonly subject: string; readonly body: string }[] {
  const { engagement, members, from, district, did, next, words, address, toDeputies = false } = telling;
  const others = othersIn(engagement, from.districtId);
  return engagement.parties.flatMap((party) => {
    const { districtId, owner, deputy } = party;
    const isOther = others.includes(party);
    const coordinators = members.filter((one) => one.districtId === districtId && one.role === 'coordinator');
    const hasLeft = owner?.personId && !members.some(({ personId }) => personId === owner.personId);
    const isTold = isOther ? (owner && !hasLeft ? [owner] : coordinators) : [];
    const standsIn = deputy && (toDeputies || (isOther && hasLeft)) ? [deputy] : [];
    const recipients: readonly Holder[] = [
      ...isTold,
      ...standsIn.filter(({ email }) => isTold.every((one) => one.email !== email)),
    ];
    return recipients
      .filter(({ personId }) => personId !== from.personId)
      .map((to) => {
        const isMember = members.some(({ personId }) => personId === to.personId);
        const helpers = isMember ? [] : coordinators;
        const mail = { to, from, district, engagement, did, next, words, address, coordinators: helpers };
        return { to: to.email, ...engagementMail(mail) };
      });
  });
}
