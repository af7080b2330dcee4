import type { RoleId } from '../../vocabulary/partnership.ts';
import { mayAgree } from './mayAgree.ts';

type Mail = { readonly to: string; readonly subject: string; readonly body: string };
type Member = {
  readonly name: string;
  readonly email: string;
  readonly role: RoleId;
  readonly districtId: string | null;
};

type Telling = {
  readonly members: readonly Member[];
  /** The district that acted: its people know. Null tells everybody. */
  readonly butDistrictId: string | null;
  readonly subject: string;
  /** What happened, and what is asked of the reader. */
  readonly sentences: readonly string[];
  readonly address: string;
};

/** Mail to the superintendents and coordinators whom a step of an agreement concerns. */
export function agreementMails({ members, butDistrictId, subject, sentences, address }: Telling): Mail[] {
  return members
    .filter(({ role, districtId }) => mayAgree(role) && districtId !== null && districtId !== butDistrictId)
    .map(({ name, email }) => ({
      to: email,
      subject,
      body: `Hello ${name},\n\n${sentences.join('\n\n')}\n\n${address}\n`,
    }));
}
