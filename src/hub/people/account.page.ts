import { button } from '../../page/button.ts';
import { csrfField } from '../../page/csrfField.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { section } from '../../page/section.ts';
import { table } from '../../page/table.ts';
import { asVisitor } from '../store/view.ts';
import { removeCookie } from '../web/cookies.ts';
import type { PersonAsk, Route } from '../web/route.ts';
import { membershipsTable } from './membershipsTable.page.ts';
import { selectOwnMemberships } from './membership.store.ts';
import { selectOwnSessions, type Session, signOut, signOutEverywhere } from './session.store.ts';

/** A person's own page, and signing out. */
export const accountPages: Route[] = [
  { method: 'get', path: '/account', access: 'signed in', answer: accountPage },
  { method: 'post', path: '/sign-out', access: 'signed in', answer: leave },
  { method: 'post', path: '/sign-out/everywhere', access: 'signed in', answer: leaveEverywhere },
];

function sessionOf(ask: PersonAsk): Session {
  return ask.context.get('session') as Session;
}

async function accountPage(ask: PersonAsk): Promise<Response> {
  const { hub, person } = ask;
  const { memberships, sessions } = await asVisitor(hub.database, person.personId, async (view) => ({
    memberships: await selectOwnMemberships(view, person),
    sessions: await selectOwnSessions(view, sessionOf(ask), hub.now()),
  }));
  return ask.respond({
    title: 'Your account',
    body: html`${pageHeading({ title: person.name, eyebrow: 'Your account' })}
${section({ title: 'Your partnerships', body: membershipsTable(memberships) })}
${section({
  title: 'Where you are signed in',
  body: html`${table({
    caption: 'Your sessions, last used first',
    captionHidden: true,
    columns: [
      { header: 'Signed in', kind: 'header', cell: (row) => formatMoment(row.madeAt) },
      { header: 'Last used', cell: (row) => formatMoment(row.seenAt) },
      { header: 'Browser', cell: (row) => (row.isThis ? 'This one' : 'Another') },
    ],
    rows: sessions,
  })}<form method="post" action="/sign-out/everywhere">${csrfField(ask.formToken)}${button({ label: 'Sign out everywhere', tone: 'second' })}</form>`,
})}`,
  });
}

async function leave(ask: PersonAsk): Promise<Response> {
  await signOut(ask.hub.database, sessionOf(ask), ask.hub.now());
  return goToStart(ask);
}

async function leaveEverywhere(ask: PersonAsk): Promise<Response> {
  await signOutEverywhere(ask.hub.database, ask.person.personId, ask.hub.now());
  return goToStart(ask);
}

function goToStart(ask: PersonAsk): Response {
  removeCookie(ask.context, ask.hub.config, 'tandem');
  return ask.context.redirect('/', 303);
}
