import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { table } from '../../page/table.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import { inSentence } from '../../vocabulary/inSentence.ts';
import { focusAreas, roles } from '../../vocabulary/partnership.ts';
import { type PartnershipMember, selectMembers, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { selectDeputies } from '../succession/deputies.store.ts';
import { selectLeavings } from '../succession/leavings.store.ts';
import { mayStartLeaving } from '../succession/mayLeave.ts';
import { selectOrphans } from '../succession/orphans.store.ts';
import { deputyCell, leavingSection, orphansSection, withoutDeputy } from '../succession/peopleCards.page.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { peopleParts } from './peopleParts.page.ts';

/** Who is in the partnership, who stands in for whom, who leaves, and what nobody carries. */
export const peoplePages: Route[] = [
  { method: 'get', path: '/partnerships/:partnership/people', access: 'members', answer: peoplePage },
];

async function peoplePage(ask: MemberAsk): Promise<Response> {
  const { members, parties, deputies, leavings, orphans } = await asMember(
    ask.hub.database,
    ask.member,
    async (view) => ({
      members: await selectMembers(view),
      parties: await selectParties(view),
      deputies: await selectDeputies(view),
      leavings: await selectLeavings(view),
      orphans: await selectOrphans(view),
    }),
  );
  const { home } = ask;
  const gaps = withoutDeputy(members, deputies).length;
  const today = calendarDay(ask.hub.now());
  return ask.respond({
    title: 'People',
    section: 'people',
    body: html`${pageHeading({
      title: 'People',
      lead: `${members.length} ${members.length === 1 ? 'person works' : 'people work'} in this partnership. ${gapSentence(gaps)}`,
    })}${peopleParts(ask, 'people')}${orphansSection({ home, parties, orphans, today })}
${table({
  caption: 'People of the partnership, district by district',
  captionHidden: true,
  columns: [
    { header: 'Name', kind: 'header', cell: (member) => member.name },
    { header: 'District', cell: (member) => member.districtName ?? 'For both districts' },
    { header: 'Role', cell: roleOf },
    { header: 'Deputy', cell: (member) => deputyCell(home, ask.member, member, deputies) },
    { header: 'Mail', cell: (member) => html`<a href="${`mailto:${member.email}`}">${member.email}</a>` },
    ...(members.some((member) => mayStartLeaving(ask.member, member))
      ? [{ header: 'Leaving', cell: (member: PartnershipMember) => leaveLink(ask, member) }]
      : []),
  ],
  rows: members,
})}${leavingSection(home, leavings)}`,
  });
}

function gapSentence(gaps: number): string {
  if (gaps === 0) return 'Every role has a deputy.';
  return gaps === 1 ? 'One role has no deputy.' : `${gaps} roles have no deputy.`;
}

function leaveLink({ home, member: asker }: MemberAsk, member: PartnershipMember): Content {
  if (!mayStartLeaving(asker, member)) return '';
  const isSelf = asker.personId === member.personId;
  return html`<a href="${`${home}/people/${member.personId}/leave`}">Announce<span class="visually-hidden"> that ${isSelf ? 'you leave' : `${member.name} leaves`}</span></a>`;
}

function roleOf({ role, focusArea }: PartnershipMember): string {
  const name = roles.find(({ id }) => id === role)?.name ?? role;
  const area = focusAreas.find(({ id }) => id === focusArea);
  return area ? `${name}, ${inSentence(area.name)}` : name;
}
