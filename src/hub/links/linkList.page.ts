import { breadcrumb } from '../../page/breadcrumb.ts';
import { callout } from '../../page/callout.ts';
import { details } from '../../page/details.ts';
import { emptyState } from '../../page/emptyState.ts';
import { form } from '../../page/form.ts';
import { formatDate, formatMoment } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { table } from '../../page/table.ts';
import type { RoleId } from '../../vocabulary/partnership.ts';
import { peopleParts } from '../people/peopleParts.page.ts';
import { isId } from '../store/uuid.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { linkKindOf } from './linkKinds.ts';
import { type LinkLine, linkLines } from './linkLines.ts';
import { revokeSignedLink, selectSignedLinks, type SignedLink, standingOf } from './signedLinks.store.ts';

const path = '/partnerships/:partnership/people/links';

/** Who sees who holds a link, and takes back those of their own district. */
const roles = ['coordinator'] as const satisfies readonly RoleId[];

/** The links that people without account hold: who, for what, until when. Never the links themselves. */
export const linkListPages: Route[] = [
  { method: 'get', path, access: roles, answer: (ask) => respondLinks(ask) },
  { method: 'post', path: `${path}/:link/revoke`, access: roles, answer: revoke },
];

async function respondLinks(ask: MemberAsk, refusal?: string): Promise<Response> {
  const links = await asMember(ask.hub.database, ask.member, (view) => selectSignedLinks(view));
  const now = ask.hub.now();
  const live = links.filter((link) => standingOf(link, now) === 'good');
  const over = links.filter((link) => standingOf(link, now) !== 'good');
  return ask.respond({
    title: 'Links of people without account',
    section: 'people',
    status: refusal ? 409 : undefined,
    body: html`${pageHeading({
      title: 'Links of people without account',
      lead: 'Each lets one named person do one thing until a day. Take one back when it went to the wrong person or is needed no more.',
      trail: breadcrumb([
        { label: 'Partnership', href: ask.home },
        { label: 'People', href: `${ask.home}/people` },
        { label: 'Links' },
      ]),
    })}${peopleParts(ask, 'links')}${refusal ? callout({ kind: 'refusal', title: refusal }) : ''}${
      live.length > 0
        ? linkTable(live, 'Links that are good', {
            header: 'Take back',
            cell: ({ link }) => takeBack(ask, link),
          })
        : emptyState({
            title: 'Nobody holds a link that is good.',
            body: 'One is made when a mail asks somebody without account: to read the brief of a visit, to confirm hours, to log a step of a test.',
            level: 2,
          })
    }${
      over.length > 0
        ? details({
            summary: `${linkLines(over).length} that are good no more`,
            body: linkTable(over, 'Links that are good no more', {
              header: 'Why',
              cell: ({ link }) => standingOf(link, now),
            }),
          })
        : ''
    }`,
  });
}

const ways: Readonly<Record<LinkLine<SignedLink>['by'], string>> = {
  link: '',
  answer: ', by answering the mail',
  either: ', by link or by answering the mail',
};

function linkTable(
  links: readonly SignedLink[],
  caption: string,
  last: { readonly header: string; readonly cell: (line: LinkLine<SignedLink>) => Content },
): Content {
  return table({
    caption,
    columns: [
      {
        header: 'Who',
        kind: 'header',
        cell: ({ link }) => html`${link.holderName}<br>${link.holderEmail}`,
      },
      {
        header: 'May',
        cell: ({ link, by }) => `${linkKindOf(link.kind).name}${ways[by]}`,
      },
      { header: 'Until', cell: ({ until }) => formatDate(until) },
      { header: 'Given by', cell: ({ link }) => link.madeBy },
      { header: 'Last used', cell: ({ usedAt }) => (usedAt ? formatMoment(usedAt) : 'Not yet') },
      last,
    ],
    rows: linkLines(links),
  });
}

function takeBack(ask: MemberAsk, { id, districtId, madeBy }: SignedLink): Content {
  const { districtId: own } = ask.member;
  if (own !== null && districtId !== null && own !== districtId) return `By the district of ${madeBy}`;
  return form({
    action: `${ask.home}/people/links/${id}/revoke`,
    csrfToken: ask.person.csrfToken,
    submit: 'Take back',
    submitTone: 'danger',
    body: '',
  });
}

async function revoke(ask: MemberAsk): Promise<Response> {
  const id = ask.context.req.param('link');
  const revoked =
    isId(id) &&
    (await asMember(ask.hub.database, ask.member, (view) => revokeSignedLink(view, id, ask.hub.now())));
  if (revoked) return ask.context.redirect(`${ask.home}/people/links`, 303);
  return respondLinks(ask, 'Nothing was done: your district has no such link, or it was taken back before.');
}
