import { callout } from '../../page/callout.ts';
import { card } from '../../page/card.ts';
import { form } from '../../page/form.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { countAttempt, isLimitReached, type Limit } from '../people/attempt.store.ts';
import { tooMany } from '../people/tooMany.page.ts';
import { remoteAddress } from '../web/remoteAddress.ts';
import type { PageParts, Route, VisitorAsk } from '../web/route.ts';
import { sentencePage } from '../web/sentencePage.ts';
import { linkActs } from './linkActs.page.ts';
import type { LinkRoom, LinkShown, OpenedLink, Written } from './linkRoom.page.ts';
import type { LinkStanding } from './linkStanding.ts';
import {
  asLinkHolder,
  findSignedLink,
  type FoundLink,
  lockSignedLink,
  standingOf,
  useSignedLink,
} from './signedLinks.store.ts';

/** A signed link: its page asks, and only its button does anything, for mail scanners open links too. */
export const linkPages: Route[] = [
  { method: 'get', path: '/links/:token', access: 'anyone', answer: (ask) => withLink(ask, showLink) },
  { method: 'post', path: '/links/:token', access: 'anyone', answer: (ask) => withLink(ask, useLink) },
  {
    method: 'get',
    path: '/links/:token/calendar.ics',
    access: 'anyone',
    answer: (ask) => withLink(ask, giveFile),
  },
];

const badLinks: Limit = { name: 'bad signed link from', most: 30, withinMs: 3_600_000 };
const nothingSent: Written = { written: {}, errors: new Map() };

type Opened = OpenedLink & { readonly link: FoundLink; readonly room: LinkRoom };

async function withLink(
  ask: VisitorAsk,
  answer: (ask: VisitorAsk, opened: Opened) => Promise<Response>,
): Promise<Response> {
  const { hub, context } = ask;
  const token = context.req.param('token') ?? '';
  const from = remoteAddress(context, hub.config.proxies);
  const now = hub.now();
  if (await isLimitReached(hub.database, badLinks, from, now))
    return ask.respond(tooMany('too many links that are not good were opened from here'));
  const link = await findSignedLink(hub.database, token);
  const room = link && linkActs[link.kind];
  const standing = link && room ? standingOf(link, now) : 'unknown';
  if (!link || !room || standing !== 'good') {
    if (!link) await countAttempt(hub.database, badLinks, from, now);
    return ask.respond(notGood(standing === 'good' ? 'unknown' : standing));
  }
  return answer(ask, { link, room, address: `/links/${token}`, now, config: hub.config });
}

async function showLink(ask: VisitorAsk, opened: Opened, sent = nothingSent): Promise<Response> {
  const shown = await asLinkHolder(ask.hub.database, opened.link, 'reading', (view) =>
    opened.room.show(view, opened, sent),
  );
  return ask.respond(shown ? shownPage(ask, opened, shown, sent) : notGood('unknown'));
}

async function useLink(ask: VisitorAsk, opened: Opened): Promise<Response> {
  const { link, room, now } = opened;
  const acted = await asLinkHolder(ask.hub.database, link, 'acting', async (view) => {
    const standing = await lockSignedLink(view, link, now);
    if (standing !== 'good' || !room.act) return standing === 'good' ? ('unknown' as const) : standing;
    const outcome = await room.act(view, opened, ask.form);
    if (outcome.done) await useSignedLink(view, link, now);
    return outcome;
  });
  if (typeof acted === 'string') return ask.respond(notGood(acted));
  if (!acted.done) return showLink(ask, opened, { ...acted, written: ask.form });
  return ask.respond({
    title: 'Written down',
    body: html`${pageHeading({ title: 'Thank you: it is written down' })}${callout({
      kind: 'done',
      title: acted.sentence,
      body: `Kept with your name, ${link.holderName}, and seen by both districts. You can close this page.`,
    })}${acted.more}`,
  });
}

async function giveFile(ask: VisitorAsk, opened: Opened): Promise<Response> {
  const file = await asLinkHolder(ask.hub.database, opened.link, 'reading', async (view) =>
    opened.room.file?.(view, opened),
  );
  if (!file) return ask.respond(notGood('unknown'));
  ask.context.header('Content-Type', file.mediaType);
  ask.context.header(
    'Content-Disposition',
    `attachment; filename="${file.name.replaceAll(/[^\w.-]/g, '-')}"`,
  );
  return ask.context.body(typeof file.body === 'string' ? file.body : Uint8Array.from(file.body).buffer);
}

function shownPage(ask: VisitorAsk, opened: Opened, shown: LinkShown, sent: Written): PageParts {
  const { link, address } = opened;
  const { title, eyebrow, lead, body, more } = shown;
  const isRefused = sent.errors.size > 0 || sent.conflict !== undefined;
  return {
    title,
    status: isRefused ? 422 : undefined,
    body: html`${pageHeading({
      title,
      eyebrow: eyebrow ?? link.partnership,
      lead,
      meta: html`For ${link.holderName} (${link.holderEmail}). Given by <a href="${`mailto:${link.madeByEmail}`}">${link.madeBy}</a>, good until ${formatDate(link.until)}. No account is needed.`,
    })}${
      link.isSample
        ? callout({
            kind: 'info',
            title: 'This is a sample: people and everything promised here are invented.',
          })
        : ''
    }${sent.conflict ? callout({ kind: 'refusal', title: sent.conflict, body: 'What you wrote is still below.' }) : ''}${body}${
      shown.form && opened.room.act
        ? card({
            body: form({
              action: address,
              csrfToken: ask.formToken,
              submit: shown.form.submit,
              errors: [...sent.errors].map(([field, message]) => ({ field, message })),
              body: shown.form.fields,
            }),
            footer: `Sent as ${link.holderName}. Are you somebody else? Close this page and tell ${link.madeBy}.`,
          })
        : ''
    }${more}`,
  };
}

const reasons: Readonly<Record<Exclude<LinkStanding, 'good'> | 'unknown', string>> = {
  expired: 'The day until which this link was good is over.',
  'used up': 'This link has been used: what was written by it is kept.',
  revoked: 'This link was taken back.',
  unknown: 'This link is not one of ours, or it is an old one.',
};

/** Says nothing of what the link was about: whoever opens it may not be the one it was for. */
function notGood(standing: keyof typeof reasons): PageParts {
  return sentencePage({
    title: 'This link opens nothing',
    sentence: reasons[standing],
    status: standing === 'unknown' ? 404 : 403,
    kind: standing === 'used up' ? 'info' : 'refusal',
    actions: html`<p>Do you need it? Write to the person who is named in the mail that brought it: they can send you another.</p>`,
  });
}
