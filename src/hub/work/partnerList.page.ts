import { linkButton } from '../../page/button.ts';
import { emptyState } from '../../page/emptyState.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { table } from '../../page/table.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { selectEngagements } from './engagements.store.ts';
import { mayBeginWork } from './mayWork.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { partnerKindName } from './partnerKinds.ts';
import { type ExternalPartner, selectExternalPartners } from './partners.store.ts';
import { selectSecuredResources } from './securedResources.store.ts';
import { isAlive } from './standing.ts';
import { partnerPath, workParts, workTrail } from './workPlace.page.ts';

/** The register of external partners: who they are, what they take part in, what they give. */
export const partnerListPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/work/partners',
    access: 'members',
    answer: partnerListPage,
  },
];

async function partnerListPage(ask: MemberAsk): Promise<Response> {
  const { partners, engagements, secured } = await asMember(ask.hub.database, ask.member, async (view) => ({
    partners: await selectExternalPartners(view),
    engagements: await selectEngagements(view),
    secured: await selectSecuredResources(view),
  }));
  const add = mayBeginWork(ask.member)
    ? linkButton({ label: 'Register a partner', href: `${ask.home}/work/partners/new`, tone: 'main' })
    : undefined;
  const workOf = (partner: ExternalPartner) =>
    engagements.filter((one) => isAlive(one) && one.partners.some(({ id }) => id === partner.id)).length;
  const givenBy = (partner: ExternalPartner) =>
    secured.filter(({ partnerId, withdrawnAt }) => partnerId === partner.id && !withdrawnAt);
  return ask.respond({
    title: 'External partners',
    section: 'work',
    body: html`${pageHeading({
      title: 'External partners',
      lead: 'Organisations outside both districts that root the work: asked together, never twice for the same.',
      trail: workTrail(ask.home, { label: 'External partners' }),
      actions: partners.length > 0 ? add : undefined,
    })}${workParts(ask.home, 'partners')}${
      partners.length === 0
        ? emptyState({
            title: 'No external partner is registered yet',
            body: 'A university, a foundation, a business, the county office: register whom both of you want to work with, then begin collective work.',
            action: add,
            level: 2,
          })
        : table<ExternalPartner>({
            caption: 'External partners',
            captionHidden: true,
            columns: [
              {
                header: 'Partner',
                kind: 'header',
                cell: ({ id, name }) => html`<a href="${partnerPath(ask.home, id)}">${name}</a>`,
              },
              { header: 'Kind', cell: ({ kind }) => partnerKindName(kind) },
              {
                header: 'Contact',
                cell: ({ contactName }) => contactName ?? html`<span class="quiet">nobody named</span>`,
              },
              { header: 'Work alive', kind: 'number', cell: workOf },
              { header: 'Secured', kind: 'number', cell: (one) => securedText(givenBy(one)) },
            ],
            rows: partners,
          })
    }`,
  });
}

/** Money summed, and how many gifts in kind beside it. */
export function securedText(given: readonly { readonly amountCents: number | null }[]): string {
  const cents = given.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
  const inKind = given.filter(({ amountCents }) => amountCents === null).length;
  const parts = [cents > 0 ? formatMoney(cents) : '', inKind > 0 ? `${inKind} in kind` : ''].filter(Boolean);
  return parts.join(', ') || 'nothing yet';
}
