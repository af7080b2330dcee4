import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { routes } from '../src/hub/routes.ts';
import { Refusal } from '../src/vocabulary/refusal.ts';
import type { Route } from '../src/hub/web/route.ts';
import { tokenOf } from './browserUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { emailOf, type HubUnderTest, hubUnderTest } from './hubUnderTest.ts';

const policy =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Routes that go wrong, or tell what they were given. */
const trying: Route[] = [
  {
    method: 'get',
    path: '/trying/fault',
    access: 'anyone',
    answer: async () => {
      const cause = Object.assign(new Error('Key (name)=(Maria Student) exists'), {
        code: '23505',
        constraint: 'one_name',
        detail: 'Maria Student',
      });
      throw new Error('the row could not be written', { cause });
    },
  },
  {
    method: 'get',
    path: '/trying/refusal',
    access: 'anyone',
    answer: async () => {
      throw new Refusal('Both districts must agree first.');
    },
  },
  {
    method: 'post',
    path: '/trying/form',
    access: 'signed in',
    answer: async (ask) => ask.context.text(JSON.stringify(ask.form)),
  },
];

onEachEngine('protection', (store) => {
  let hub: HubUnderTest;
  before(async () => {
    hub = await hubUnderTest(store(), { routes: [...routes, ...trying] });
  });

  test('every answer carries the headers: page, redirect, refusal, fault, file, nothing', async () => {
    const browser = await hub.signInAs('coordinator');
    const answers = [
      await browser.get('/account'),
      await browser.get('/'),
      await browser.get('/no-such'),
      await browser.get('/trying/fault'),
      await browser.get('/assets/icon.svg'),
      await browser.post('/account', {}, { headers: { origin: 'https://evil.example' } }),
      await browser.get('http://evil.example/'),
      await browser.get('/health'),
    ];
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 303, 404, 500, 200, 403, 421, 200],
    );
    for (const { headers } of answers) {
      assert.equal(headers.get('content-security-policy'), policy);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('x-frame-options'), 'DENY');
      assert.equal(headers.get('referrer-policy'), 'same-origin');
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
      assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin');
      assert.match(headers.get('permissions-policy') ?? '', /geolocation=\(\)/);
      assert.equal(headers.get('strict-transport-security'), null);
      assert.equal(headers.get('x-powered-by'), null);
    }
    const kept = answers.map(({ headers }) => headers.get('cache-control'));
    assert.deepEqual(
      kept.filter((value) => value !== 'no-store'),
      ['no-cache'],
    );
  });

  test('over https the browser is told to stay there, and cookies belong to this host alone', async () => {
    const secure = await hubUnderTest(store(), { baseUrl: 'https://tandem.example.org' });
    const browser = secure.visitor();
    const page = await browser.get('/sign-in');
    assert.equal(page.headers.get('strict-transport-security'), 'max-age=63072000; includeSubDomains');
    assert.match(
      page.headers.getSetCookie()[0] ?? '',
      /^__Host-tandem-form=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    await secure.signInByMail(emailOf('finance'), browser);
    assert.deepEqual([...browser.cookies.keys()], ['__Host-tandem']);
    assert.equal((await browser.get('/account')).status, 200);
  });

  test('on http the session cookie is HttpOnly and SameSite=Lax', async () => {
    const browser = hub.visitor();
    const link = await hub.askForLink(emailOf('school'), browser);
    const signedIn = await browser.post(link, {}, { from: link });
    assert.match(
      signedIn.headers.getSetCookie().join('\n'),
      /^tandem=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax$/m,
    );
  });

  test('a name that points here from outside is refused, each local name is not', async () => {
    for (const host of ['127.0.0.1:8080', 'localhost:8080', '[::1]:8080']) {
      assert.equal((await hub.visitor().get(`http://${host}/`)).status, 200, host);
    }
    for (const host of ['evil.example:8080', '127.0.0.1:9999', 'localhost', 'tandem.example.org']) {
      assert.equal((await hub.visitor().get(`http://${host}/`)).status, 421, host);
    }
    const real = await hubUnderTest(store(), { baseUrl: 'https://tandem.example.org' });
    assert.equal((await real.visitor().get('https://tandem.example.org/')).status, 200);
    assert.equal((await real.visitor().get('https://localhost/')).status, 421);
  });

  test('a form is taken only with its own token and from its own origin', async () => {
    const browser = await hub.signInAs('coordinator');
    const other = await hub.signInAs('sponsor');
    const own = tokenOf((await browser.get('/account')).text);
    const theirs = tokenOf((await other.get('/account')).text);
    const send = (csrf: string | null, headers: Record<string, string | null> = {}) =>
      browser.post('/trying/form', { a: 'b' }, { csrf, headers });
    const taken = await send(own);
    assert.equal(taken.status, 200);
    assert.equal(taken.text, '{"a":"b"}');
    const refused = [
      await send(null),
      await send(''),
      await send(theirs),
      await send(own.slice(1)),
      await send(own, { origin: 'https://evil.example' }),
      await send(own, { origin: 'null' }),
      await send(own, { origin: null, 'sec-fetch-site': null }),
      await send(own, { 'sec-fetch-site': 'cross-site' }),
      await send(own, { 'sec-fetch-site': 'same-site' }),
      await send(own, { 'content-type': 'text/plain' }),
      await send(own, { 'content-type': 'application/json' }),
    ];
    assert.deepEqual(
      refused.map(({ status }) => status),
      refused.map(() => 403),
    );
    assert.equal((await send(own, { origin: null })).status, 200);
    assert.equal((await send(own, { 'sec-fetch-site': null })).status, 200);
  });

  test('a visitor’s form needs the token of their own browser', async () => {
    const [one, other] = [hub.visitor(), hub.visitor()];
    const token = tokenOf((await other.get('/sign-in')).text);
    const email = 'nobody@district.example';
    await one.get('/sign-in');
    assert.equal((await one.post('/sign-in', { email }, { csrf: token })).status, 403);
    assert.equal((await one.post('/sign-in', { email }, { csrf: null })).status, 403);
    assert.equal((await hub.visitor().post('/sign-in', { email }, { csrf: token })).status, 403);
    assert.equal((await other.post('/sign-in', { email }, { csrf: token })).status, 200);
  });

  test('a request of more than 1 MiB is refused before it is read', async () => {
    const browser = await hub.signInAs('coordinator');
    const token = tokenOf((await browser.get('/account')).text);
    const page = await browser.post('/trying/form', { a: 'x'.repeat(1024 * 1024) }, { csrf: token });
    assert.equal(page.status, 413);
  });

  test('a fault shows a reference; the log has the reference and no row', async () => {
    const page = await hub.visitor().get('/trying/fault');
    assert.equal(page.status, 500);
    const reference = /reference: ([0-9a-f]{8})\./.exec(page.text)?.[1];
    const fault = hub.log.findLast((line) => line.kind === 'fault');
    assert.equal(fault?.reference, reference);
    assert.equal(fault?.route, '/trying/fault');
    assert.match(fault?.error ?? '', /the row could not be written[\s\S]*caused by[\s\S]*23505 \(one_name\)/);
    assert.ok(!`${page.text}${JSON.stringify(fault)}`.includes('Maria'));
    assert.ok(!page.text.includes('could not be written'));
  });

  test('a refusal thrown by a page is its sentence', async () => {
    const page = await hub.visitor().get('/trying/refusal');
    assert.equal(page.status, 409);
    assert.match(page.text, /Both districts must agree first\./);
  });

  test('the log names routes, never addresses, tokens or what was typed', async () => {
    const browser = hub.visitor();
    await browser.post('/sign-in?secret=QUERY', { email: 'typed@district.example' });
    await browser.get('/sign-in/TOKENTOKENTOKENTOKENTOKENTOKENTOKENTOKENTOK?return=/account');
    await browser.get('/some/TOKEN/path');
    const text = JSON.stringify(hub.log);
    for (const secret of ['QUERY', 'TOKEN', 'typed@', 'return=']) assert.ok(!text.includes(secret), secret);
    const { at, ms, ...last } = { ...hub.log.at(-1) } as Record<string, unknown>;
    assert.deepEqual(last, { kind: 'request', method: 'GET', route: 'none', status: 404, personId: null });
    assert.equal(at, '2025-11-03T17:00:00.000Z');
    assert.equal(typeof ms, 'number');
  });

  test('a file is sent once and then only confirmed; nothing outside public is reachable', async () => {
    const browser = hub.visitor();
    const icon = await browser.get('/assets/icon.svg');
    assert.equal(icon.headers.get('content-type'), 'image/svg+xml');
    const etag = icon.headers.get('etag') ?? '';
    const again = await browser.get('/assets/icon.svg', { 'if-none-match': etag });
    assert.equal(again.status, 304);
    assert.equal(again.text, '');
    const font = await browser.get('/assets/fonts/public-sans-latin-wght-normal.woff2');
    assert.equal(font.headers.get('cache-control'), 'public, max-age=31536000, immutable');
    for (const path of [
      '/assets/../package.json',
      '/assets/%2e%2e/package.json',
      '/assets/..%2fpackage.json',
    ]) {
      assert.equal((await browser.get(path)).status, 404, path);
    }
    assert.deepEqual(
      [...browser.cookies.keys()].filter((name) => name === 'tandem'),
      [],
    );
  });
});
