import { type LinkKindId, linkKindOf } from './linkKinds.ts';

/** Whether a link may be used, or why not; computed on the day. */
export type LinkStanding = 'good' | 'expired' | 'used up' | 'revoked';

type Kept = {
  readonly kind: LinkKindId;
  /** The last day on which it is good. */
  readonly until: string;
  readonly uses: number;
  readonly isRevoked: boolean;
};

/** How a link stands on a calendar date. */
export function linkStanding({ kind, until, uses, isRevoked }: Kept, today: string): LinkStanding {
  if (isRevoked) return 'revoked';
  if (today > until) return 'expired';
  const { mostUses } = linkKindOf(kind);
  return mostUses !== null && uses >= mostUses ? 'used up' : 'good';
}
