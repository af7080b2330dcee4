import { measureById } from '../../measures/registry.ts';
import { roles } from '../../vocabulary/partnership.ts';
import { findStudentGroup } from '../../vocabulary/studentGroup.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import type { AskDraft } from './askDraft.ts';
import { askMail } from './askMail.ts';
import { type Asked, insertAsk, type Recipient } from './asks.store.ts';
import type { HelpingParty, NeedReading } from './needReading.store.ts';

/** Who asks whom about what: the need as it was read, the partner, and whom it named instead of the person of its offer. */
export type MadeAsk = AskDraft & {
  readonly reading: NeedReading;
  readonly partner: HelpingParty;
  readonly insteadOf: Recipient | null;
  /** The whole address of an ask's page. */
  readonly addressOf: (askId: string) => string;
};

/** Asks a partner for help with a need, as the member of the view, and puts the mail that says why into the outbox. */
export async function makeAsk(
  view: MemberView,
  { reading, partner, insteadOf, addressOf, ...draft }: MadeAsk,
  at: Date,
): Promise<Asked & { readonly id: string }> {
  const id = newUuid(at);
  const { need, members, party } = reading;
  const self = members.find(({ personId }) => personId === view.member.personId);
  const group = findStudentGroup(need.group);
  if (!self || !group) throw new Error('an asker is a member, and a need is about a known group');
  const asked = partner.party;
  const compose = (to: Recipient) =>
    askMail({
      ...draft,
      to,
      isMember: members.some(({ personId }) => personId === to.personId),
      asker: {
        ...self,
        roleName: roles.find(({ id: role }) => role === self.role)?.name.toLowerCase() ?? '',
      },
      asking: party,
      asked,
      measure: measureById(need.measureId),
      group,
      need: need.wording,
      evidence: partner.evidence,
      coordinators: members.filter(
        (one) => one.role === 'coordinator' && one.districtId === asked.districtId,
      ),
      address: addressOf(id),
    });
  const outcome = await insertAsk(
    view,
    { ...draft, id, need, asked, insteadOf, evidence: partner.evidence, compose },
    at,
  );
  return { ...outcome, id };
}
