import { badge } from '../../page/badge.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { fileField } from '../../page/fileField.ts';
import { form } from '../../page/form.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { type Html, html } from '../../page/html.ts';
import { itemList } from '../../page/itemList.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { selectField } from '../../page/selectField.ts';
import { table } from '../../page/table.ts';
import type { Grant } from '../../vocabulary/grant.ts';
import { selectAgreements } from '../agreement/agreements.store.ts';
import { grantTitle, type ShortNames } from '../agreement/clauseWords.page.ts';
import { ownParty, shortNamesOf } from '../agreement/agreementPlace.page.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { type Arrival, selectArrivals } from './arrivals.store.ts';
import { mayRelease, maySignReleases } from './mayRelease.ts';
import { rowForm } from './rowForm.page.ts';
import { sharedTrail } from './sharedPlace.page.ts';
import { doorGrants } from './sights.ts';
import { formerText, registeringOf, signerForm, signerTable } from './signerParts.page.ts';
import { selectSigners } from './signers.store.ts';
import { type PushToken, selectTokens } from './tokens.store.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';

/** The door of releases: bringing one, what came, who signs for each district, and tokens for its vault. */
export const doorPages: Route[] = [
  {
    method: 'get',
    path: '/partnerships/:partnership/shared/door',
    access: 'members',
    answer: (ask) => respondDoor(ask),
  },
];

type Told = {
  readonly errors?: ReadonlyMap<string, string>;
  /** What was not done, above everything. */
  readonly refusal?: string;
  /** A token that was made now: it is shown this once. */
  readonly token?: string;
};

/** The door, with what a form that was just sent has to be told. */
export async function respondDoor(ask: MemberAsk, told: Told = {}): Promise<Response> {
  const { parties, arrivals, signers, tokens, agreements } = await asMember(
    ask.hub.database,
    ask.member,
    async (view) => ({
      parties: await selectParties(view),
      arrivals: await selectArrivals(view, view.member.partnership.id),
      signers: await selectSigners(view, view.member.partnership.id),
      tokens: await selectTokens(view),
      agreements: await selectAgreements(view),
    }),
  );
  const own = ownParty(ask, parties);
  const registering = await registeringOf(ask);
  const names = shortNamesOf(parties);
  const { grants } = doorGrants(agreements, calendarDay(ask.hub.now()));
  const ownGrants = grants.filter(({ from }) => from === own?.cds);
  const { errors = new Map<string, string>(), refusal, token } = told;
  return ask.respond({
    title: 'The door of releases',
    section: 'shared',
    status: refusal ? 409 : errors.size > 0 ? 422 : undefined,
    body: html`${pageHeading({
      title: 'The door of releases',
      lead: 'A release enters whole or not at all: under a grant in force, with two signatures of the district, following its own chain, and only when no withheld count can be worked out.',
      trail: sharedTrail(ask.home, { label: 'The door' }),
    })}${refusal ? callout({ kind: 'refusal', title: refusal }) : ''}${token ? tokenCallout(ask, token) : ''}${
      own && mayRelease(ask.member.role) ? uploadCard(ask, own, errors.get('release')) : ''
    }${section({
      title: 'What came',
      id: 'arrivals',
      body: card({
        body:
          arrivals.length > 0
            ? itemList(arrivals.map((one) => arrivalItem(ask.home, one, names)))
            : html`<p class="quiet">No release has come yet.</p>`,
      }),
    })}${section({
      title: 'Who signs',
      id: 'signers',
      lead: 'Two people of a district sign each release, with keys that only they hold. Each registers their own, signed in themselves; it counts once another person of the district has compared its fingerprint, by telephone, and lets it sign.',
      body: html`${card({ body: signerTable(ask, signers, names, own), footer: formerText(signers, names) })}${
        own && maySignReleases(ask.member.role)
          ? signerForm(ask, signers, registering, errors.get('key'))
          : ''
      }`,
    })}${section({
      title: 'Tokens for a vault',
      id: 'tokens',
      lead: html`With a token a vault sends its release over https, without anybody signing in here: it may do that under one grant, and nothing else.`,
      body: html`${card({ body: tokenTable(ask, tokens, grants, names, own) })}${
        own && mayRelease(ask.member.role) ? tokenForm(ask, ownGrants, names, errors.get('grant')) : ''
      }`,
    })}`,
  });
}

function uploadCard(ask: MemberAsk, own: Party, error: string | undefined): Html {
  return card({
    title: `Bring a release of ${own.name}`,
    id: 'upload',
    body: form({
      action: `${ask.home}/shared/door`,
      csrfToken: ask.person.csrfToken,
      multipart: true,
      submit: 'Bring it in',
      errors: error ? [{ field: 'release', message: error }] : [],
      body: fileField({
        id: 'release',
        name: 'release',
        label: 'The signed release file',
        hint: html`As <code>tandem vault release DIR seal</code> wrote it: its name ends in .json.gz. Up to 64 MiB.`,
        error,
      }),
    }),
  });
}

const ways = { page: 'on this page', push: 'sent by the vault', command: 'by the operator' } as const;

function arrivalItem(home: string, arrival: Arrival, names: ShortNames) {
  const { id, cds, via, state, sentences, arrivedAt, personName } = arrival;
  return {
    title: `${cds ? (names.get(cds) ?? cds) : 'A release'}, ${formatMoment(arrivedAt)}`,
    href: `${home}/shared/arrivals/${id}`,
    badges: arrivalBadge(state),
    body: sentences[0] ?? '',
    meta: `Brought ${personName ? `by ${personName} ` : ''}${ways[via]}`,
  };
}

export function arrivalBadge(state: Arrival['state']): Html {
  switch (state) {
    case 'accepted':
      return badge('good', 'Accepted');
    case 'held already':
      return badge('neutral', 'Here already');
    case 'refused':
      return badge('bad', 'Refused');
    case 'checking':
      return badge('info', 'Being checked');
  }
}

function tokenTable(
  ask: MemberAsk,
  tokens: readonly PushToken[],
  grants: readonly Grant[],
  names: ShortNames,
  own: Party | undefined,
): Html {
  const grantOf = (id: string) => grants.find((one) => one.id === id);
  return table({
    caption: 'Tokens',
    captionHidden: true,
    columns: [
      {
        header: 'For',
        kind: 'header',
        cell: ({ grantId, cds }) => {
          const grant = grantOf(grantId);
          return grant ? grantTitle(grant, names) : `${names.get(cds) ?? cds}: a grant that has ended`;
        },
      },
      { header: 'Made', cell: ({ madeAt, madeBy }) => `${formatMoment(madeAt)}, ${madeBy}` },
      { header: 'Last used', cell: ({ usedAt }) => (usedAt ? formatMoment(usedAt) : 'Never') },
      {
        header: 'State',
        cell: ({ id, cds, revokedAt, grantId }) =>
          revokedAt
            ? `Revoked ${formatMoment(revokedAt)}`
            : own?.cds === cds && mayRelease(ask.member.role)
              ? rowForm(ask, `${ask.home}/shared/tokens/${id}/revoke`, 'Revoke', `token ${id.slice(-6)}`)
              : grantOf(grantId)
                ? 'Good'
                : 'Its grant has ended',
      },
    ],
    rows: tokens,
    empty: 'No token has been made.',
  });
}

function tokenForm(
  ask: MemberAsk,
  ownGrants: readonly Grant[],
  names: ShortNames,
  error: string | undefined,
): Html | '' {
  if (ownGrants.length === 0) return '';
  return card({
    title: 'Make a token',
    level: 3,
    body: form({
      action: `${ask.home}/shared/tokens`,
      csrfToken: ask.person.csrfToken,
      submit: 'Make it',
      submitTone: 'second',
      errors: error ? [{ field: 'grant', message: error }] : [],
      body: selectField({
        id: 'grant',
        name: 'grant',
        label: 'Under which grant?',
        error,
        options: ownGrants.map((grant) => ({
          value: grant.id,
          label: `${grantTitle(grant, names)}, ${grant.measures.length} ${grant.measures.length === 1 ? 'measure' : 'measures'}`,
        })),
      }),
    }),
  });
}

function tokenCallout(ask: MemberAsk, token: string): Html {
  return callout({
    kind: 'done',
    title: 'This is the token. It is shown this once: copy it to the vault’s machine now.',
    body: html`<p><code>${token}</code></p><p>It is sent as the bearer of <code>POST ${ask.hub.config.baseUrl}/releases</code>; <code>docs/operator.md</code> has the command.</p>`,
    id: 'token',
  });
}
