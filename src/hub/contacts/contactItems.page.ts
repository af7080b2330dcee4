import type { Html } from '../../page/html.ts';
import { html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { engagementPath } from '../work/workPlace.page.ts';
import { spanText } from './californiaTime.ts';
import { contactKindName } from './contactKinds.ts';
import { contactPath } from './contactPath.ts';
import { contactBadge } from './contactPlace.page.ts';
import type { Contact } from './contacts.store.ts';

type Shown = {
  readonly home: string;
  readonly now: Date;
  readonly titleOf: (engagementId: string) => string | undefined;
};

/** Contacts one under the other: what, when, where, for which work. */
export function contactItems(contacts: readonly Contact[], { home, now, titleOf }: Shown): Html {
  return itemList(
    contacts.map((contact) => {
      const title = contact.engagementId ? titleOf(contact.engagementId) : undefined;
      return {
        title: `${contactKindName(contact.kind)}: ${contact.title}`,
        href: contactPath(home, contact.id),
        badges: contactBadge(contact, now),
        body: spanText(contact.startsAt, contact.endsAt),
        meta: html`${contact.place}${
          contact.engagementId && title
            ? html` · <a href="${engagementPath(home, contact.engagementId)}">${title}</a>`
            : ''
        }`,
      };
    }),
  );
}
