import { card } from '../../page/card.ts';
import { emptyState } from '../../page/emptyState.ts';
import { formatMoment } from '../../vocabulary/formatDate.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { writeCookie } from '../web/cookies.ts';
import { missingPage } from '../web/missingPage.ts';
import { isLoopback, remoteAddress } from '../web/remoteAddress.ts';
import type { Route, VisitorAsk } from '../web/route.ts';
import { selectUnsentMail, type UnsentMail } from './mail.store.ts';
import { withLinks } from './withLinks.page.ts';

/** Mail that stays in the store of a sample without a mail server, for its operator. */
export const outboxPages: Route[] = [
  { method: 'get', path: '/outbox/:token', access: 'anyone', answer: openOutbox },
  { method: 'get', path: '/outbox', access: 'operator', answer: outboxPage },
];

const mostShown = 50;

async function openOutbox(ask: VisitorAsk): Promise<Response> {
  const { hub, context } = ask;
  const local = hub.config.proxies === 0 && isLoopback(remoteAddress(context, 0));
  const cookie = local ? hub.outbox?.redeem(context.req.param('token') ?? '') : null;
  if (!cookie) return ask.respond(missingPage());
  writeCookie(context, hub.config, 'tandem-operator', cookie);
  return context.redirect('/outbox', 303);
}

async function outboxPage(ask: VisitorAsk): Promise<Response> {
  const mails = await selectUnsentMail(ask.hub.database, mostShown);
  return ask.respond({
    title: 'Outbox',
    body: html`${pageHeading({
      title: 'Outbox',
      lead: 'No mail server is set up, so mail stays here. Set TANDEM_SMTP_URL and TANDEM_MAIL_FROM to send it.',
    })}
${mails.length === 0 ? emptyState({ title: 'No mail yet.', body: 'Ask for a sign-in link: its mail appears here.', level: 2 }) : mails.map(mailCard)}`,
  });
}

function mailCard(mail: UnsentMail) {
  return card({
    title: mail.subject,
    body: html`<p>To ${mail.to}, ${formatMoment(mail.madeAt)}</p><pre>${withLinks(mail.body)}</pre>`,
  });
}
