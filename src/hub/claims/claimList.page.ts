import { badge } from '../../page/badge.ts';
import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { emptyState } from '../../page/emptyState.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { type KeptClaim, type NewestFinding, selectClaims, selectNewestFindings } from './claims.store.ts';
import { outcomeTitle, treatedNames, yearsSentence } from './claimWords.ts';
import { initiativeTable, newInitiativeButton } from './initiativeTable.page.ts';
import { selectInitiatives } from './initiatives.store.ts';
import { mayClaim } from './mayClaim.ts';
import { termsOf } from './registration.ts';
import { seenBadge, stateBadge } from './registrationCard.page.ts';

/** Every claim of the partnership with what its newest run says, and what else ran at the time. */
export const claimListPages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/claims', access: 'members', answer: claimListPage },
];

async function claimListPage(ask: MemberAsk): Promise<Response> {
  const { claims, findings, initiatives, parties } = await asMember(
    ask.hub.database,
    ask.member,
    async (view) => ({
      claims: await selectClaims(view),
      findings: await selectNewestFindings(view),
      initiatives: await selectInitiatives(view),
      parties: await selectParties(view),
    }),
  );
  const may = mayClaim(ask.member.role);
  const findingOf = new Map(findings.map((finding) => [finding.claimId, finding]));
  return ask.respond({
    title: 'Claims',
    section: 'claims',
    body: html`${pageHeading({
      title: 'Did the pace change?',
      lead: 'A claim fixes its question, its comparison and what would count before anybody looks. Then it says what the data allows, and no more. “Cannot tell” is an answer.',
      actions: may
        ? linkButton({ label: 'New claim', href: `${ask.home}/claims/new`, tone: 'main' })
        : undefined,
    })}${
      claims.length === 0
        ? emptyState({
            title: 'No claim is registered yet',
            body: html`A claim takes two steps: choose a measure and a student group; then fix the districts, the years, the rule that picks whom to compare with, the method, and the smallest change that would matter. Register it before the data of the first year comes in.`,
            action: may
              ? linkButton({ label: 'Register the first', href: `${ask.home}/claims/new` })
              : undefined,
            level: 2,
          })
        : claims.map((claim) => claimCard(ask.home, claim, findingOf.get(claim.id), claims))
    }${section({
      title: 'What else ran at the time',
      id: 'initiatives',
      lead: 'Other reforms ran beside the partnership. A change may be their doing: they stand on the page of every claim.',
      action: may ? newInitiativeButton(ask.home) : undefined,
      body: card({
        body: initiativeTable({
          initiatives,
          parties,
          changeHref: may ? `${ask.home}/claims/initiatives` : undefined,
        }),
      }),
    })}`,
  });
}

function claimCard(
  home: string,
  claim: KeptClaim,
  finding: NewestFinding | undefined,
  all: readonly KeptClaim[],
): Content {
  const { registration } = claim;
  const terms = termsOf(registration);
  const corrected = all.some((other) => other.registration.replaces === claim.id);
  return card({
    title: registration.question,
    href: `${home}/claims/${claim.id}`,
    badges: html`${corrected ? badge('neutral', 'Corrected by a later claim') : ''}${seenBadge(registration)}${stateBadge(claim.state)}`,
    body: html`<p class="claim-says">${finding ? finding.sentence : 'Not run yet.'}</p><p class="meta">${outcomeTitle(terms.outcome)}. ${treatedNames(registration.treated.map(({ name }) => name))}. ${yearsSentence(terms)}.</p>`,
    footer: `Registered by ${claim.registeredBy}, ${formatMoment(claim.registeredAt)}${finding ? `; run ${formatMoment(finding.madeAt)}` : ''}`,
  });
}
