import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { table } from '../../page/table.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas, roles } from '../../vocabulary/partnership.ts';
import { type PartnershipMember, selectMembers } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';

/** Who is in the partnership. */
export const peoplePages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/people', access: 'members', answer: peoplePage },
];

async function peoplePage(ask: MemberAsk): Promise<Response> {
  const members = await asMember(ask.hub.database, ask.member, selectMembers);
  return ask.respond({
    title: 'People',
    section: 'people',
    body: html`${pageHeading({
      title: 'People',
      lead: `${members.length} ${members.length === 1 ? 'person works' : 'people work'} in this partnership.`,
    })}
${table({
  caption: 'People of the partnership, district by district',
  captionHidden: true,
  columns: [
    { header: 'Name', kind: 'header', cell: (member) => member.name },
    { header: 'District', cell: (member) => member.districtName ?? 'For both districts' },
    { header: 'Role', cell: roleOf },
    { header: 'Mail', cell: (member) => html`<a href="${`mailto:${member.email}`}">${member.email}</a>` },
  ],
  rows: members,
})}`,
  });
}

function roleOf({ role, focusArea }: PartnershipMember): string {
  const name = roles.find(({ id }) => id === role)?.name ?? role;
  const area = focusAreas.find(({ id }) => id === focusArea);
  return area ? `${name}, ${inSentence(area.name)}` : name;
}
