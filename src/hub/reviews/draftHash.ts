import { hashPack } from '../../release/hashPack.ts';
import type { Pack } from '../../vocabulary/pack.ts';

/** The name of a draft, whatever the minute: equal for two readers of the same day who would seal the same. */
export function draftHash(pack: Pack): string {
  return hashPack({ ...pack, madeAt: '' });
}
