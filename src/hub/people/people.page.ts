import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { focusAreas, roles } from '../../vocabulary/partnership.ts';
import {
  type Party,
  type PartnershipMember,
  selectMembers,
  selectParties,
} from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';

/** Who is in the partnership. */
export const peoplePages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/people', access: 'members', answer: peoplePage },
];

async function peoplePage(ask: MemberAsk): Promise<Response> {
  const { parties, members } = await asMember(ask.hub.database, ask.member, async (view) => ({
    parties: await selectParties(view),
    members: await selectMembers(view),
  }));
  const elsewhere = members.filter(
    (member) => !parties.some((party) => party.districtId === member.districtId),
  );
  return ask.respond({
    title: 'People',
    section: 'people',
    body: html`${pageHeading({
      title: 'People',
      lead: `${members.length} ${members.length === 1 ? 'person works' : 'people work'} in this partnership.`,
    })}
${parties.map((party) => peopleOf(party, members))}
${elsewhere.length > 0 ? section({ title: 'For both districts', body: peopleTable('People for both districts', elsewhere) }) : ''}`,
  });
}

function peopleOf(party: Party, members: readonly PartnershipMember[]) {
  const own = members.filter((member) => member.districtId === party.districtId);
  return section({ title: party.name, body: peopleTable(`People of ${party.name}`, own) });
}

function peopleTable(caption: string, members: readonly PartnershipMember[]) {
  return table({
    caption,
    captionHidden: true,
    columns: [
      { header: 'Name', kind: 'header', cell: (member) => member.name },
      { header: 'Role', cell: (member) => roles.find((role) => role.id === member.role)?.name },
      {
        header: 'Focus area',
        cell: (member) => focusAreas.find((area) => area.id === member.focusArea)?.name ?? '–',
      },
      {
        header: 'Mail',
        cell: (member) => html`<a href="${`mailto:${member.email}`}">${member.email}</a>`,
      },
    ],
    rows: members,
    empty: 'Nobody yet.',
  });
}
