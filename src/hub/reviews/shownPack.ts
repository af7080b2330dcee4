import type { Pack } from '../../vocabulary/pack.ts';

/**
 * What of a pack a reader is shown: released figures only to people of the districts, and only while the grant they came
 * through holds. The sealed content stays as it is; a grant that was taken back or ended hides what came through it.
 */
export function shownPack(pack: Pack, liveGrants: ReadonlySet<string>): Pack {
  if (!pack.released) return pack;
  return { ...pack, released: pack.released.filter(({ grant }) => liveGrants.has(grant)) };
}

/** How many figures of a pack are not shown to this reader. */
export function hiddenFigures(pack: Pack, liveGrants: ReadonlySet<string>): number {
  return (pack.released ?? []).filter(({ grant }) => !liveGrants.has(grant)).length;
}
