import type { ModeId } from '../../vocabulary/partnership.ts';
import type { EngagementPart } from './engagement.ts';
import type { NewEngagementDraft } from './engagementDraft.ts';
import type { EngagementContent } from './moves.ts';

type Beginning = {
  readonly mode: ModeId;
  readonly draft: NewEngagementDraft;
  /** The district that begins, and the other one. */
  readonly ownId: string;
  readonly otherId: string;
  /** From an accepted ask: help has been promised already. */
  readonly isFromAsk: boolean;
};

/**
 * The first version of an engagement. Who wants help without having been promised any asks; whoever promises it offers; joint work and
 * work with external groups is proposed.
 */
export function beginning({ mode, draft, ownId, otherId, isFromAsk }: Beginning): EngagementContent {
  const { partnerIds, own, weHelp, ...what } = draft;
  const [ownPart, otherPart] = partsIn(mode, weHelp);
  const step = mode !== 'assistance' ? 'proposed' : weHelp || isFromAsk ? 'offered' : 'asked';
  return {
    ...what,
    step,
    state: step,
    actingId: ownId,
    reason: null,
    words: null,
    parties: [
      { districtId: ownId, part: ownPart, ...own },
      { districtId: otherId, part: otherPart, brings: null, owner: null, deputy: null },
    ],
    partners: partnerIds.map((id) => ({ id, name: '', kind: 'university', brings: null, exclusivity: null })),
  };
}

function partsIn(mode: ModeId, weHelp: boolean): readonly [EngagementPart, EngagementPart] {
  if (mode === 'joint') return ['develops', 'develops'];
  if (mode === 'external') return ['asks', 'asks'];
  return weHelp ? ['helps', 'is helped'] : ['is helped', 'helps'];
}
