import { linkButton } from '../../page/button.ts';
import { type Content, html } from '../../page/html.ts';
import { table } from '../../page/table.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { listed } from './claimWords.ts';
import type { Initiative } from './initiatives.store.ts';

type InitiativeTable = {
  readonly initiatives: readonly Initiative[];
  readonly parties: readonly Party[];
  /** The path of the list to change it; left out where it is only read. */
  readonly changeHref?: string;
};

/** Where an initiative ran: the districts of the partnership, or the whole state with those compared with. */
export function reachText({ statewide, districtIds }: Initiative, parties: readonly Party[]): string {
  if (statewide) return 'The whole state';
  return listed(
    parties.filter(({ districtId }) => districtIds.includes(districtId)).map(({ shortName }) => shortName),
  );
}

/** `2009 on`, `2010 to 2015`. */
export function initiativeYears({ fromYear, toYear }: Initiative): string {
  if (toYear === null) return `${fromYear} on`;
  return toYear === fromYear ? String(fromYear) : `${fromYear} to ${toYear}`;
}

/** The reforms that ran beside the partnership, a row each. */
export function initiativeTable({ initiatives, parties, changeHref }: InitiativeTable): Content {
  return table<Initiative>({
    caption: 'Initiatives',
    captionHidden: true,
    columns: [
      {
        header: 'Initiative',
        kind: 'header',
        cell: ({ name, words }) => html`${name}<br><span class="quiet">${words}</span>`,
      },
      { header: 'Years', cell: (one) => html`<span class="nowrap">${initiativeYears(one)}</span>` },
      { header: 'Where', cell: (one) => reachText(one, parties) },
      { header: 'Source', cell: ({ source }) => html`<span class="quiet">${source}</span>` },
      ...(changeHref
        ? [
            {
              header: 'Change',
              cell: ({ id, toYear, name }: Initiative) =>
                toYear === null
                  ? html`<a href="${`${changeHref}/${id}/end`}">It has ended<span class="visually-hidden">: ${name}</span></a>`
                  : '',
            },
          ]
        : []),
    ],
    rows: initiatives,
    empty: 'Nothing is listed yet. Something else always ran: list it before anybody asks.',
  });
}

/** The button that lists another initiative. */
export function newInitiativeButton(home: string): Content {
  return linkButton({ label: 'List an initiative', href: `${home}/claims/initiatives/new` });
}
