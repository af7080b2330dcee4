import { card } from '../../page/card.ts';
import { columns } from '../../page/columns.ts';
import { definitionList } from '../../page/definitionList.ts';
import { type Content, html } from '../../page/html.ts';
import type { EngagementParty, EngagementPart, Holder } from './engagement.ts';
import type { EngagementReading } from './engagementReading.store.ts';

const partNames: Readonly<Record<EngagementPart, string>> = {
  helps: 'helps',
  'is helped': 'is helped',
  develops: 'develops',
  asks: 'asks',
};

/** Both districts side by side, the reader's own first: what each gives, and who owns it there. */
export function partyCards({ engagement, parties }: EngagementReading, ownId: string | null): Content {
  const ordered = engagement.parties.toSorted(
    (a, b) => Number(b.districtId === ownId) - Number(a.districtId === ownId),
  );
  return columns(
    'two',
    ordered.map((party) => {
      const name = parties.find(({ districtId }) => districtId === party.districtId)?.shortName ?? '';
      return card({
        title: `${name} ${partNames[party.part]}`,
        badges:
          ownId === null
            ? undefined
            : html`<span class="quiet">${party.districtId === ownId ? 'We give' : 'We get'}</span>`,
        body: definitionList(partLines(party)),
      });
    }),
  );
}

function partLines({ brings, owner, deputy }: EngagementParty) {
  return [
    { term: 'Gives', description: brings ?? html`<span class="quiet">not said yet</span>` },
    { term: 'Owner', description: holderText(owner) },
    { term: 'Deputy', description: holderText(deputy) },
  ];
}

/** Somebody, to be written to by mail. */
function holderText(holder: Holder | null): Content {
  return holder
    ? html`<a href="${`mailto:${holder.email}`}">${holder.name}</a>`
    : html`<span class="quiet">not named yet</span>`;
}
