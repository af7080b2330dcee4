import type { RoleId } from '../../vocabulary/partnership.ts';
import { selectMembersOf } from '../partnership/partnership.store.ts';
import type { OperatorView, PartnershipId } from '../store/view.ts';
import { insertOwnAct } from './session.store.ts';
import { signInAddress } from './signInMail.ts';
import { insertSignInLink } from './signInLink.store.ts';

/** One person with a link that signs them in once: for the operator's screen, kept nowhere. */
export type PrintedLink = {
  readonly name: string;
  readonly role: RoleId;
  readonly districtName: string | null;
  readonly address: string;
};

/** How long a printed link is good: it waits for its person longer than a mailed one. */
export const printedLinkHours = 12;

/** Makes a sign-in link for everybody in a partnership. */
export async function insertPrintedLinks(
  view: OperatorView,
  partnershipId: PartnershipId,
  baseUrl: string,
  at: Date,
): Promise<PrintedLink[]> {
  const links: PrintedLink[] = [];
  for (const { personId, name, role, districtName } of await selectMembersOf(view, partnershipId)) {
    const token = await insertSignInLink(view, personId, at, printedLinkHours * 3_600_000);
    await insertOwnAct(view, personId, 'was given a sign-in link by the operator', at);
    links.push({ name, role, districtName, address: signInAddress({ token, baseUrl, returnPath: null }) });
  }
  return links;
}
