import { html } from '../../page/html.ts';
import { calendarText } from '../contacts/calendarText.ts';
import type { LinkRoom } from '../links/linkRoom.page.ts';
import { homeOf } from '../partnership/homeOf.ts';
import { feedEvents } from './feedEvents.ts';
import { readFeed } from './readFeed.store.ts';

/** The calendar of a member as a feed: the link’s /calendar.ics is what a calendar programme subscribes to. */
export const calendarLink: LinkRoom = {
  show: async (view, { link, address, now, config }) => {
    const feed = await readFeed(view, link.subjectId, {
      address: `${config.baseUrl}${homeOf(view.member.partnership)}`,
      now,
    });
    if (!feed) return undefined;
    const events = feedEvents(feed.reader, feed.reading);
    return {
      title: `The calendar of ${feed.reader.name}`,
      lead: `${events.length} entries: contacts, reviews, and days on which something is due.`,
      body: html`<p>Subscribe to this address in your calendar programme; it looks again by itself:</p><p><code>${`${config.baseUrl}${address}/calendar.ics`}</code></p><p class="quiet">Whoever has the address reads the calendar. A coordinator can take it back.</p>`,
    };
  },
  file: async (view, { link, now, config }) => {
    const feed = await readFeed(view, link.subjectId, {
      address: `${config.baseUrl}${homeOf(view.member.partnership)}`,
      now,
    });
    if (!feed) return undefined;
    return {
      name: 'partnership.ics',
      mediaType: 'text/calendar; charset=utf-8',
      body: calendarText(feedEvents(feed.reader, feed.reading), view.member.partnership.name),
    };
  },
};
