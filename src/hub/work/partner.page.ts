import { linkButton } from '../../page/button.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { engagementItems } from './engagementItems.page.ts';
import { selectEngagements } from './engagements.store.ts';
import { securedTable } from './externalPart.page.ts';
import { mayBeginWork } from './mayWork.ts';
import { securedText } from './partnerList.page.ts';
import { partnerKindName } from './partnerKinds.ts';
import { type ExternalPartner, selectOptionalExternalPartner } from './partners.store.ts';
import { selectSecuredResources } from './securedResources.store.ts';
import { partnerPath, workTrail } from './workPlace.page.ts';

/** One external partner: what it takes part in, what it gives, what may be exclusive to it. */
export const partnerPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/work/partners/:partner',
    access: 'members',
    answer: (ask) => withPartner(ask, (partner) => partnerPage(ask, partner)),
  },
];

/** The external partner that the address names; a page that says so where there is none. */
export async function withPartner(
  ask: MemberAsk,
  answer: (partner: ExternalPartner) => Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('partner');
  const partner = isId(id)
    ? await asMember(ask.hub.database, ask.member, (view) => selectOptionalExternalPartner(view, id))
    : undefined;
  return partner ? answer(partner) : notFound(ask, 'There is no such external partner.');
}

async function partnerPage(ask: MemberAsk, partner: ExternalPartner): Promise<Response> {
  const { parties, engagements, secured } = await asMember(ask.hub.database, ask.member, async (view) => ({
    parties: await selectParties(view),
    engagements: (await selectEngagements(view)).filter(({ partners }) =>
      partners.some(({ id }) => id === partner.id),
    ),
    secured: (await selectSecuredResources(view)).filter(({ partnerId }) => partnerId === partner.id),
  }));
  const exclusive = engagements.flatMap(({ partners }) =>
    partners.flatMap(({ id, exclusivity }) => (id === partner.id && exclusivity ? [exclusivity] : [])),
  );
  const list = {
    home: ask.home,
    parties,
    ownId: ask.member.districtId,
    today: calendarDay(ask.hub.now()),
  };
  return ask.respond({
    title: partner.name,
    section: 'work',
    body: html`${pageHeading({
      title: partner.name,
      eyebrow: partnerKindName(partner.kind),
      lead: partner.words ?? undefined,
      trail: workTrail(
        ask.home,
        { label: 'External partners', href: `${ask.home}/work/partners` },
        { label: partner.name },
      ),
      actions: mayBeginWork(ask.member)
        ? linkButton({ label: 'Change the entry', href: `${partnerPath(ask.home, partner.id)}/change` })
        : undefined,
    })}<div class="columns columns-main-side"><div>${card({
      title: 'Work with it',
      body:
        engagements.length > 0
          ? engagementItems(engagements, list)
          : html`<p class="quiet">None yet. Begin collective work and choose it there.</p>`,
    })}${card({ title: 'What it gives', body: securedTable(secured, () => '') })}</div><div>${card({
      title: 'In short',
      body: definitionList([
        {
          term: 'Contact',
          description: partner.contactEmail
            ? html`${partner.contactName}, <a href="${`mailto:${partner.contactEmail}`}">${partner.contactEmail}</a>`
            : 'nobody named',
        },
        { term: 'Secured', description: securedText(secured.filter(({ withdrawnAt }) => !withdrawnAt)) },
        ...(exclusive.length > 0 ? [{ term: 'Exclusive to it', description: exclusive.join('; ') }] : []),
      ]),
    })}</div></div>`,
  });
}
