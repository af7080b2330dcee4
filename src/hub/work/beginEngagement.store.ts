import type { ModeId } from '../../vocabulary/partnership.ts';
import type { Party, PartnershipMember } from '../partnership/partnership.store.ts';
import { newUuid } from '../store/uuid.ts';
import type { MemberView } from '../store/view.ts';
import { beginning } from './beginning.ts';
import type { NewEngagementDraft } from './engagementDraft.ts';
import { type Begun, insertEngagement } from './engagements.store.ts';
import { tellOthers } from './tellOthers.ts';

export type MadeEngagement = {
  readonly mode: ModeId;
  readonly draft: NewEngagementDraft;
  readonly own: Pick<Party, 'districtId' | 'shortName'>;
  readonly otherId: string;
  readonly askId: string | null;
  readonly members: readonly PartnershipMember[];
  /** The whole address of an engagement's page; null where nobody is written to. */
  readonly addressOf: ((engagementId: string) => string) | null;
};

const telling = {
  asked: {
    act: 'asked for help',
    did: 'asks you for help',
    next: 'Offer the help, or say no with a reason:',
  },
  offered: {
    act: 'offered help',
    did: 'offers its help',
    next: 'Agree to the plan, or put another one forward:',
  },
  planned: {
    act: 'planned the work that was asked for',
    did: 'has planned the work it asked for',
    next: 'Agree to the plan, or put another one forward:',
  },
  proposed: {
    act: 'proposed work',
    did: 'proposes work together',
    next: 'Agree to the plan, or put another one forward:',
  },
} as const;

/** Begins an engagement as the member of the view, and puts the mail to the other district into the outbox. */
export async function beginEngagement(
  view: MemberView,
  { mode, draft, own, otherId, askId, members, addressOf }: MadeEngagement,
  at: Date,
): Promise<Begun & { readonly id: string }> {
  const id = newUuid(at);
  const isFromAsk = askId !== null;
  const content = beginning({ mode, draft, ownId: own.districtId, otherId, isFromAsk });
  const isPlanned = isFromAsk && !draft.weHelp;
  const { act, did, next } =
    telling[isPlanned ? 'planned' : mode === 'assistance' ? offering(draft) : 'proposed'];
  const mails = addressOf
    ? tellOthers({
        engagement: { mode, ...content },
        members,
        from: view.member,
        district: own.shortName,
        did,
        next,
        words: null,
        address: addressOf(id),
      })
    : [];
  const told = { act, mails };
  return { ...(await insertEngagement(view, { ...content, id, mode, askId, told }, at)), id };
}

function offering({ weHelp }: NewEngagementDraft): 'offered' | 'asked' {
  return weHelp ? 'offered' : 'asked';
}
