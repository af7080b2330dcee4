import { cycleLink } from '../cycles/cycleLink.page.ts';
import type { LinkRooms } from './linkRoom.page.ts';

/** What each kind of link shows and does: one line a room. A kind without a line opens to nothing. */
export const linkActs: LinkRooms = {
  cycle: cycleLink,
};
