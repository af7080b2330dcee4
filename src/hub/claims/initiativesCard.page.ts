import { card } from '../../page/card.ts';
import { type Content, html } from '../../page/html.ts';
import { section } from '../../page/section.ts';
import type { ClaimReading } from './claimReading.store.ts';
import { listed } from './claimWords.ts';
import { initiativeTable } from './initiativeTable.page.ts';
import { concurrentWith } from './concurrentWith.ts';

/** What else ran while the claim's years did, and what that takes away from any answer. */
export function initiativesCard({ claim, initiatives, parties }: ClaimReading): Content {
  const { years, treated } = claim.registration;
  const codes = new Set(treated.map(({ cds }) => cds));
  const ids = parties.filter(({ cds }) => codes.has(cds)).map(({ districtId }) => districtId);
  const running = concurrentWith(initiatives, { from: years.firstTreated - 1, to: years.last }, ids);
  const own = running.filter(({ statewide }) => !statewide);
  const warning =
    own.length > 0
      ? `${listed(own.map(({ name }) => name))} ran in these very districts: no estimate can tell ${own.length === 1 ? 'it' : 'them'} apart from the partnership.`
      : 'Nothing listed ran in these districts alone.';
  return section({
    title: 'What else ran at the time',
    id: 'initiatives',
    lead: running.length > 0 ? warning : undefined,
    body: card({
      body: html`${initiativeTable({ initiatives: running, parties })}${
        initiatives.length > running.length
          ? html`<p class="quiet">${initiatives.length - running.length} more on the list ran in other years or districts.</p>`
          : ''
      }`,
    }),
  });
}
