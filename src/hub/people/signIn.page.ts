import { setTimeout as sleep } from 'node:timers/promises';
import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { form } from '../../page/form.ts';
import { html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { textField } from '../../page/textField.ts';
import { remoteAddress } from '../web/remoteAddress.ts';
import type { Route, VisitorAsk } from '../web/route.ts';
import { safeReturnPath } from '../web/safeReturnPath.ts';
import { sentencePage } from '../web/sentencePage.ts';
import { countAttempt, signInLimits } from './attempt.store.ts';
import { parseEmailAddress } from './emailAddress.ts';
import { askForSignInLink } from './signInLink.store.ts';
import { returnField, signInLinkPages } from './signInLink.page.ts';
import { tooMany } from './tooMany.page.ts';

/** Asking for a mailed link, and opening it. */
export const signInPages: Route[] = [
  { method: 'get', path: '/sign-in', access: 'anyone', answer: signInPage },
  { method: 'post', path: '/sign-in', access: 'anyone', answer: sendLink },
  ...signInLinkPages,
];

/** Known and unknown addresses are answered after the same time, so that the clock does not tell them apart. */
const answerMs = 100;

function signInPage(ask: VisitorAsk): Promise<Response> {
  return ask.respond(signInForm(ask, { returnPath: safeReturnPath(ask.context.req.query('return')) }));
}

async function sendLink(ask: VisitorAsk): Promise<Response> {
  const { hub, form: fields } = ask;
  const at = hub.now();
  const returnPath = safeReturnPath(fields.return);
  const email = parseEmailAddress(fields.email ?? '');
  if (!email) {
    const error = 'Write the mail address your partnership knows you by, such as name@district.org.';
    return ask.respond(signInForm(ask, { returnPath, email: fields.email ?? '', error }));
  }
  const origin = remoteAddress(ask.context, hub.config.proxies);
  const allowed =
    (await countAttempt(hub.database, signInLimits.mailsFromOrigin, origin, at)) &&
    (await countAttempt(hub.database, signInLimits.mailsToAddress, email, at));
  if (!allowed) return ask.respond(tooMany('too many sign-in links were asked for'));
  const words = { baseUrl: hub.config.baseUrl, returnPath };
  await Promise.all([askForSignInLink(hub.database, email, words, at), sleep(answerMs)]);
  return ask.respond(
    sentencePage({
      title: 'Look into your mail',
      sentence:
        'If a partnership knows this address, a link is on its way. It works once, within 30 minutes.',
      kind: 'done',
      actions: hub.outbox
        ? html`<p>This is a sample without a mail server: its operator finds the link under the address of the outbox that was printed when Tandem started.</p>`
        : null,
    }),
  );
}

type Filled = { readonly returnPath: string | null; readonly email?: string; readonly error?: string };

function signInForm(ask: VisitorAsk, { returnPath, email, error }: Filled) {
  const already = ask.person
    ? callout({
        kind: 'info',
        title: `You are signed in as ${ask.person.name}.`,
        body: linkButton({ label: 'Go on', href: returnPath ?? '/' }),
      })
    : null;
  return {
    title: 'Sign in',
    ...(error ? { status: 422 as const } : {}),
    body: html`${pageHeading({ title: 'Sign in', lead: 'There is no password. We mail you a link.' })}
${already}
${form({
  action: '/sign-in',
  csrfToken: ask.formToken,
  submit: 'Mail me a link',
  errors: error ? [{ field: 'email', message: error }] : [],
  body: html`${returnField(returnPath)}${textField({
    id: 'email',
    label: 'Mail address',
    name: 'email',
    type: 'email',
    autocomplete: 'email',
    width: 'medium',
    ...(email === undefined ? {} : { value: email }),
    ...(error ? { error } : {}),
  })}`,
})}`,
  };
}
