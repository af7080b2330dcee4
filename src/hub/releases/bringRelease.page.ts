import { setTimeout } from 'node:timers/promises';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { definitionList } from '../../page/definitionList.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { formatNumber } from '../../vocabulary/formatNumber.ts';
import { countAttempt, type Limit } from '../people/attempt.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { selectOptionalArrival } from './arrivals.store.ts';
import { arrivalBadge, respondDoor } from './door.page.ts';
import { releasingRoles } from './mayRelease.ts';
import { receiveRelease } from './receiveRelease.store.ts';
import { sharedTrail } from './sharedPlace.page.ts';
import { isId } from '../store/uuid.ts';

const of = '/partnerships/:partnership/shared';

/** Bringing a release by hand, and the page of what became of one. */
export const bringReleasePages: Route[] = [
  { method: 'post', path: `${of}/door`, access: releasingRoles, takesFile: true, answer: bringRelease },
  { method: 'get', path: `${of}/arrivals/:arrival`, access: 'members', answer: arrivalPage },
];

/** Most files are decided before the browser would have asked again. */
const patienceMs = 3000;
const bringings: Limit = { name: 'release by', most: 20, withinMs: 3_600_000 };

async function bringRelease(ask: MemberAsk): Promise<Response> {
  const { districtId, personId, partnership } = ask.member;
  if (!districtId)
    return respondDoor(ask, {
      refusal: 'Nothing was brought: a release is brought by people of its district, and you belong to none.',
    });
  if (!(await countAttempt(ask.hub.database, bringings, personId, ask.hub.now())))
    return respondDoor(ask, {
      refusal: 'Nothing was brought: you have brought 20 files within an hour. Wait.',
    });
  const { release: file } = await ask.context.req.parseBody();
  if (!(file instanceof File) || file.size === 0)
    return respondDoor(ask, { errors: new Map([['release', 'Choose the release file.']]) });
  const { arrivalId, decided } = await receiveRelease(
    ask.hub.database,
    partnership.id,
    new Uint8Array(await file.arrayBuffer()),
    { via: 'page', districtId, personId, tokenId: null },
    ask.hub.now,
  );
  await Promise.race([decided, setTimeout(patienceMs, undefined, { ref: false })]);
  return ask.context.redirect(`${ask.home}/shared/arrivals/${arrivalId}`, 303);
}

async function arrivalPage(ask: MemberAsk): Promise<Response> {
  const id = ask.context.req.param('arrival');
  const arrival = isId(id)
    ? await asMember(ask.hub.database, ask.member, (view) =>
        selectOptionalArrival(view, view.member.partnership.id, id),
      )
    : undefined;
  if (!arrival) return notFound(ask, 'Nothing that came to the door is called so.');
  const { state, sentences, releaseHash } = arrival;
  if (state === 'checking') ask.context.header('Refresh', '3');
  const titles = {
    accepted: 'The release is in',
    'held already': 'This release is here already',
    refused: 'The release was refused',
    checking: 'The release is being checked',
  };
  return ask.respond({
    title: titles[state],
    section: 'shared',
    body: html`${pageHeading({
      title: titles[state],
      trail: sharedTrail(
        ask.home,
        { label: 'The door', href: `${ask.home}/shared/door` },
        { label: titles[state] },
      ),
      badges: arrivalBadge(state),
      actions: releaseHash
        ? linkButton({ label: 'See the release', href: `${ask.home}/shared/releases/${releaseHash}` })
        : undefined,
    })}${
      state === 'refused'
        ? callout({
            kind: 'refusal',
            title:
              sentences.length === 1
                ? 'One thing stands against it.'
                : `${sentences.length} things stand against it.`,
            body: html`<ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul><p>Nothing of its content was kept.</p>`,
          })
        : ''
    }${
      state === 'accepted' && sentences.length > 0
        ? callout({ kind: 'info', title: 'What rests on the two who signed', body: sentences.join(' ') })
        : ''
    }${
      state === 'checking'
        ? callout({
            kind: 'info',
            title:
              'Signatures and grant first, then the attacker: whether a withheld count can be worked out.',
            body: 'A large release takes some minutes. This page looks again by itself; you may close it.',
          })
        : ''
    }${card({
      body: definitionList([
        { term: 'Came', description: formatMoment(arrival.arrivedAt) },
        ...(arrival.decidedAt ? [{ term: 'Decided', description: formatMoment(arrival.decidedAt) }] : []),
        { term: 'Size', description: `${formatNumber(arrival.bytes)} bytes` },
        { term: 'SHA-256 of the file', description: html`<code>${arrival.sha256}</code>` },
      ]),
    })}`,
  });
}
