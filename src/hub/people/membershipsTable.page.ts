import { type Html, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import { roles } from '../../vocabulary/partnership.ts';
import type { Member } from '../store/view.ts';
import { homeOf } from '../partnership/homeOf.ts';

/** The partnerships one person belongs to, with their role in each. */
export function membershipsTable(memberships: readonly Member[]): Html {
  return table({
    caption: 'Your partnerships',
    captionHidden: true,
    columns: [
      {
        header: 'Partnership',
        kind: 'header',
        cell: ({ partnership }) => html`<a href="${homeOf(partnership)}">${partnership.name}</a>`,
      },
      { header: 'Your role', cell: ({ role }) => roles.find(({ id }) => id === role)?.name },
      {
        header: 'Yours there',
        cell: ({ partnership }) =>
          html`<a href="${homeOf(partnership)}/people/me">What is yours</a> · <a href="${homeOf(partnership)}/people/mail">Mail and calendar</a>`,
      },
    ],
    rows: memberships,
    empty: 'No partnership has added you yet. Its coordinator can.',
  });
}
