import type { Context, Hono } from 'hono';
import { linkButton } from '../../page/button.ts';
import { roles } from '../../vocabulary/partnership.ts';
import { selectOptionalMember } from '../people/membership.store.ts';
import { asVisitor, type Member } from '../store/view.ts';
import { readCookie } from './cookies.ts';
import { homeOf } from '../partnership/homeOf.ts';
import type { HubEnvironment } from './hubEnvironment.ts';
import { missingPage } from './missingPage.ts';
import { readForm } from './readForm.ts';
import { isLoopback, remoteAddress } from './remoteAddress.ts';
import { respondPage } from './respondPage.ts';
import type { Hub, PageParts, Route } from './route.ts';
import { safeReturnPath } from './safeReturnPath.ts';
import { sentencePage } from './sentencePage.ts';

type HubContext = Context<HubEnvironment>;

/** Hangs every route into the app behind its access rule. */
export function addRoutes(app: Hono<HubEnvironment>, hub: Hub, routes: readonly Route[]): void {
  for (const route of routes) {
    if (route.access === 'token') continue;
    app.on(route.method.toUpperCase(), route.path, (context) => {
      context.set('route', route.path);
      return answerRoute(context, hub, routes, route);
    });
  }
}

/** Hangs the routes of programs into the app: they bring a token instead of a session, and so no browser's origin. */
export function addTokenRoutes(app: Hono<HubEnvironment>, hub: Hub, routes: readonly Route[]): void {
  for (const route of routes) {
    if (route.access !== 'token') continue;
    app.on(route.method.toUpperCase(), route.path, (context) => {
      context.set('route', route.path);
      return route.answer({ hub, context });
    });
  }
}

type PageRoute = Exclude<Route, { readonly access: 'token' }>;

async function answerRoute(context: HubContext, hub: Hub, routes: readonly Route[], route: PageRoute) {
  const session = context.get('session');
  const formToken = context.get('formToken');
  const respondAs = (member: Member | null) => (page: PageParts) =>
    respondPage(context, routes, { session, member }, page);
  const asked = async (member: Member | null) => {
    const respond = respondAs(member);
    const form = route.method === 'post' ? await readForm(context, formToken) : {};
    return form && { hub, context, form, formToken, respond };
  };

  if (route.access === 'anyone' || route.access === 'operator') {
    if (route.access === 'operator' && !isOperator(context, hub)) return respondAs(null)(missingPage());
    const ask = await asked(null);
    return ask ? route.answer({ ...ask, person: session }) : respondAs(null)(staleForm);
  }
  if (!session) return askToSignIn(context, respondAs(null));
  if (route.access === 'signed in') {
    const ask = await asked(null);
    return ask ? route.answer({ ...ask, person: session }) : respondAs(null)(staleForm);
  }
  const slug = context.req.param('partnership') ?? '';
  const member = await asVisitor(hub.database, session.personId, (view) =>
    selectOptionalMember(view, session, slug),
  );
  if (!member) return respondAs(null)(missingPage());
  if (route.access !== 'members' && !route.access.includes(member.role)) {
    return respondAs(member)(notForRole(route.access));
  }
  const ask = await asked(member);
  const home = homeOf(member.partnership);
  return ask ? route.answer({ ...ask, person: session, member, home }) : respondAs(member)(staleForm);
}

function askToSignIn(context: HubContext, respond: (page: PageParts) => Promise<Response>) {
  const url = new URL(context.req.url);
  if (context.req.method !== 'POST') {
    const back = safeReturnPath(url.pathname + url.search);
    return context.redirect(back ? `/sign-in?return=${encodeURIComponent(back)}` : '/sign-in', 303);
  }
  return respond(
    sentencePage({
      title: 'You are not signed in',
      sentence: 'Nothing was done: you are signed out. Sign in, then send the form again.',
      status: 403,
      actions: linkButton({ label: 'Sign in', href: '/sign-in' }),
    }),
  );
}

const staleForm = sentencePage({
  title: 'Please send the form again',
  sentence:
    'Nothing was done: the form is not from your present session. Open its page anew and send it again.',
  status: 403,
});

function notForRole(allowed: readonly string[]): PageParts {
  const names = roles.filter((role) => allowed.includes(role.id)).map((role) => role.name.toLowerCase());
  return sentencePage({
    title: 'Not in your role',
    sentence: `In this partnership this is done by: ${names.join(', ')}.`,
    status: 403,
  });
}

/** Whoever opened the operator's link, on this very machine: a proxy would make everybody look local. */
function isOperator(context: HubContext, hub: Hub): boolean {
  const { proxies } = hub.config;
  if (!hub.outbox || proxies > 0 || !isLoopback(remoteAddress(context, 0))) return false;
  return hub.outbox.admits(readCookie(context, hub.config, 'tandem-operator'));
}
