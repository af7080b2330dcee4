import { calendarLink } from '../calendar/calendarLink.page.ts';
import { commitmentLink } from '../commitments/commitmentLink.page.ts';
import { briefLink, contactNoteLink } from '../contacts/contactLinks.page.ts';
import { cycleLink } from '../cycles/cycleLink.page.ts';
import { hoursLink } from './hoursLink.page.ts';
import type { LinkRooms } from './linkRoom.page.ts';

/** What each kind of link shows and does: one line a room. A kind without a line opens to nothing. */
export const linkActs: LinkRooms = {
  brief: briefLink,
  calendar: calendarLink,
  commitment: commitmentLink,
  'contact-note': contactNoteLink,
  cycle: cycleLink,
  hours: hoursLink,
};
