import { linkButton } from '../../page/button.ts';
import { form } from '../../page/form.ts';
import { type Html, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { readCookie, removeCookie, writeCookie } from '../web/cookies.ts';
import { remoteAddress } from '../web/remoteAddress.ts';
import type { Route, VisitorAsk } from '../web/route.ts';
import { safeReturnPath } from '../web/safeReturnPath.ts';
import { sentencePage } from '../web/sentencePage.ts';
import { countAttempt, isLimitReached, signInLimits } from './attempt.store.ts';
import { type LinkState, selectLinkState, signInByLink } from './signInLink.store.ts';
import { tooMany } from './tooMany.page.ts';

/** The mailed link: its page asks, and only the button signs in, for mail scanners open links too. */
export const signInLinkPages: Route[] = [
  { method: 'get', path: '/sign-in/:token', access: 'anyone', answer: linkPage },
  { method: 'post', path: '/sign-in/:token', access: 'anyone', answer: useLink },
];

/** Carries the path to go on to through a form. */
export function returnField(returnPath: string | null): Html {
  return returnPath ? html`<input type="hidden" name="return" value="${returnPath}">` : html``;
}

async function linkPage(ask: VisitorAsk): Promise<Response> {
  const { hub, context } = ask;
  const token = context.req.param('token') ?? '';
  const returnPath = safeReturnPath(context.req.query('return'));
  const origin = remoteAddress(context, hub.config.proxies);
  const at = hub.now();
  const limit = signInLimits.badLinksFromOrigin;
  if (await isLimitReached(hub.database, limit, origin, at)) return ask.respond(tooManyLinks());
  const link = await selectLinkState(hub.database, token, at);
  if (link.state !== 'good') {
    await countAttempt(hub.database, limit, origin, at);
    return ask.respond(notGood(link.state));
  }
  const title = `Continue as ${link.name}`;
  return ask.respond({
    title,
    body: html`${pageHeading({ title, lead: 'This browser stays signed in for up to twelve hours. On a shared computer, sign out when you are done.' })}
${form({
  action: `/sign-in/${token}`,
  csrfToken: ask.formToken,
  submit: title,
  body: returnField(returnPath),
})}`,
  });
}

async function useLink(ask: VisitorAsk): Promise<Response> {
  const { hub, context } = ask;
  const token = context.req.param('token') ?? '';
  const origin = remoteAddress(context, hub.config.proxies);
  const at = hub.now();
  const limit = signInLimits.badLinksFromOrigin;
  if (await isLimitReached(hub.database, limit, origin, at)) return ask.respond(tooManyLinks());
  const session = await signInByLink(hub.database, token, readCookie(context, hub.config, 'tandem'), at);
  if (!session) {
    await countAttempt(hub.database, limit, origin, at);
    const { state } = await selectLinkState(hub.database, token, at);
    return ask.respond(notGood(state === 'good' ? 'unknown' : state));
  }
  writeCookie(context, hub.config, 'tandem', session);
  removeCookie(context, hub.config, 'tandem-form');
  return context.redirect(safeReturnPath(ask.form.return) ?? '/', 303);
}

function tooManyLinks() {
  return tooMany('too many links that are not good were opened from here');
}

const reasons: Readonly<Record<Exclude<LinkState['state'], 'good'>, string>> = {
  used: 'This link has been used. A link signs in once.',
  expired: 'This link is too old. A link is good for a short time only.',
  unknown: 'This link is not one of ours, or it is an old one.',
};

function notGood(state: Exclude<LinkState['state'], 'good'>) {
  return sentencePage({
    title: 'This link does not sign in',
    sentence: reasons[state],
    status: 403,
    actions: linkButton({ label: 'Ask for a new link', href: '/sign-in', tone: 'main' }),
  });
}
