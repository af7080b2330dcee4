import { breadcrumb, type Crumb } from '../../page/breadcrumb.ts';
import { callout } from '../../page/callout.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { type PartnershipMember, selectMembers } from '../partnership/partnership.store.ts';
import { asMember, type MemberView } from '../store/view.ts';
import { isId } from '../store/uuid.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk } from '../web/route.ts';

/** Where a page about people lies. */
export function peopleTrail(home: string, ...crumbs: readonly Crumb[]): Html {
  return breadcrumb([
    { label: 'Partnership', href: home },
    { label: 'People', href: `${home}/people` },
    ...crumbs,
  ]);
}

export function handoverPath(home: string, leavingId: string): string {
  return `${home}/people/handovers/${leavingId}`;
}

/** Whom a member is, as the rules of leaving ask. */
export function askerOf({ member }: MemberAsk): Pick<PartnershipMember, 'personId' | 'role' | 'districtId'> {
  const { personId, role, districtId } = member;
  return { personId, role, districtId };
}

/** The member that the address names, with everybody else and what `more` reads. */
export async function withNamedMember<T>(
  ask: MemberAsk,
  more: (view: MemberView, named: PartnershipMember) => Promise<T>,
  answer: (named: PartnershipMember, members: readonly PartnershipMember[], read: T) => Promise<Response>,
): Promise<Response> {
  const id = ask.context.req.param('person');
  const read = await asMember(ask.hub.database, ask.member, async (view) => {
    const members = await selectMembers(view);
    const named = isId(id) ? members.find(({ personId }) => personId === id) : undefined;
    return named && { named, members, more: await more(view, named) };
  });
  return read ? answer(read.named, read.members, read.more) : notFound(ask, 'Nobody here is of this name.');
}

/** The answer to somebody who may not do this for a member. */
export function respondNotTheirs(ask: MemberAsk, title: string, sentence: string): Promise<Response> {
  return ask.respond({
    title: 'Not yours to do',
    section: 'people',
    status: 403,
    body: html`${pageHeading({ title, trail: peopleTrail(ask.home, { label: 'Not yours' }) })}${callout({
      kind: 'refusal',
      title: sentence,
      body: html`<a href="${`${ask.home}/people`}">Back to the people</a>.`,
    })}`,
  });
}
