import type { RoleId } from '../../vocabulary/partnership.ts';
import { mayReview } from './mayReview.ts';

type Mail = { readonly to: string; readonly subject: string; readonly body: string };
type Member = {
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly role: RoleId;
  readonly districtId: string | null;
};

type Telling = {
  readonly members: readonly Member[];
  /** Who acted: they know. */
  readonly butPersonId: string;
  readonly subject: string;
  readonly sentences: readonly string[];
  readonly address: string;
};

/** Mail to the superintendents, coordinators and research leads of both districts about a step of a review. */
export function reviewMails({ members, butPersonId, subject, sentences, address }: Telling): Mail[] {
  return members
    .filter(
      ({ role, districtId, personId }) => mayReview(role) && districtId !== null && personId !== butPersonId,
    )
    .map(({ name, email }) => ({
      to: email,
      subject,
      body: `Hello ${name},\n\n${sentences.join('\n\n')}\n\n${address}\n`,
    }));
}
