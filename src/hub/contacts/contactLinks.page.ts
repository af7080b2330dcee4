import { linkButton } from '../../page/button.ts';
import type { LinkRoom } from '../links/linkRoom.page.ts';
import { linkAddress } from '../links/linkAddress.ts';
import { calendarFileName } from './brief.page.ts';
import { calendarText } from './calendarText.ts';
import { contactEvent } from './contactEvent.ts';
import { contactKindName } from './contactKinds.ts';
import { readContact } from './contactReading.store.ts';
import { selectOptionalContact } from './contacts.store.ts';
import { parseContactNote } from './minutesDraft.ts';
import { insertContactNote } from './minutes.store.ts';
import { noteFields } from './noteForm.page.ts';
import { visitBrief } from './visitBrief.page.ts';

/** The brief of a contact for somebody without account, with its calendar file. */
export const briefLink: LinkRoom = {
  show: async (view, { link, address }) => {
    const reading = await readContact(view, link.subjectId);
    if (!reading) return undefined;
    const { contact, engagement } = reading;
    const isOff = contact.state === 'cancelled';
    return {
      title: isOff ? `Cancelled: ${contact.title}` : contact.title,
      eyebrow: `Brief of a ${contactKindName(contact.kind).toLowerCase()}${engagement ? `: ${engagement.title}` : ''}`,
      body: visitBrief(reading),
      more: linkButton({
        label: isOff ? 'Take it off your calendar' : 'Calendar file',
        href: `${address}/calendar.ics`,
      }),
    };
  },
  file: async (view, { link, address, config }) => {
    const contact = await selectOptionalContact(view, link.subjectId);
    if (!contact) return undefined;
    const whole = linkAddress(config.baseUrl, address.split('/').at(-1) ?? '');
    return {
      name: calendarFileName(contact),
      mediaType: 'text/calendar; charset=utf-8',
      body: calendarText([contactEvent(contact, whole)], view.member.partnership.name),
    };
  },
};

/** Three questions after a contact, for somebody without account. */
export const contactNoteLink: LinkRoom = {
  show: async (view, { link }, { written, errors }) => {
    const contact = await selectOptionalContact(view, link.subjectId);
    if (!contact) return undefined;
    return {
      title: 'Three questions',
      eyebrow: `After the ${contact.kind}: ${contact.title}`,
      lead: 'Two minutes; one sentence each is enough. Both districts read the answers with your name.',
      body: '',
      form: { fields: noteFields(written, errors), submit: 'Send' },
    };
  },
  act: async (view, { link, now }, form) => {
    const contact = await selectOptionalContact(view, link.subjectId);
    const parsed = parseContactNote(form);
    if (!parsed.ok) return { done: false, errors: parsed.errors };
    if (!contact) return { done: false, errors: new Map(), conflict: 'This contact is not there any more.' };
    await insertContactNote(view, contact, parsed.value, now);
    return { done: true, sentence: 'Your answers stand with the minutes.' };
  },
};
