import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { routes } from '../src/hub/routes.ts';
import type { Route } from '../src/hub/web/route.ts';
import { roles } from '../src/vocabulary/partnership.ts';
import type { Browser, Page } from './browserUnderTest.ts';
import { onEngine } from './engines.ts';
import { type HubUnderTest, hubUnderTest, otherEmail, partnershipSlug } from './hubUnderTest.ts';

type Outcome =
  | 'answers'
  | 'no token'
  | 'to sign-in'
  | 'signed out'
  | 'missing'
  | 'not in this role'
  | 'stale form';
type Asker = 'visitor' | 'member of another' | (typeof roles)[number]['id'];

const askers: readonly Asker[] = ['visitor', 'member of another', ...roles.map((role) => role.id)];
const uuid = '01a208f6-6c29-7e69-938f-dd6802031c86';
const nothing = 'There is nothing at this address that you can see.';

/** What the access rule of a route says, written a second time. */
function outcomeByRule(route: Route, asker: Asker): Outcome {
  const passes: Outcome = route.method === 'get' ? 'answers' : 'stale form';
  if (route.access === 'token') return 'no token';
  if (route.access === 'anyone') return passes;
  if (route.access === 'operator') return 'missing';
  if (asker === 'visitor') return route.method === 'get' ? 'to sign-in' : 'signed out';
  if (route.access === 'signed in') return passes;
  if (asker === 'member of another') return 'missing';
  return route.access === 'members' || route.access.includes(asker) ? passes : 'not in this role';
}

function outcomeOf(page: Page): Outcome {
  if (page.status === 303 && page.location?.startsWith('/sign-in')) return 'to sign-in';
  if (page.status === 403 && page.text.includes('you are signed out')) return 'signed out';
  if (page.status === 403 && page.text.includes('In this partnership this is done by')) {
    return 'not in this role';
  }
  if (page.status === 403 && page.text.includes('the form is not from your present session')) {
    return 'stale form';
  }
  if (page.status === 401 && page.headers.get('www-authenticate') === 'Bearer') return 'no token';
  if (page.status === 404 && page.text.includes(nothing)) return 'missing';
  assert.ok(page.status < 500, `status ${page.status}`);
  return 'answers';
}

function pathOf(route: Route, filler: string): string {
  return route.path.replace(':partnership', partnershipSlug).replace(/:\w+/g, filler);
}

onEngine('postgresql', 'access', (store) => {
  let hub: HubUnderTest;
  const browsers = new Map<Asker, Browser>();
  before(async () => {
    hub = await hubUnderTest(store());
    browsers.set('visitor', hub.visitor());
    browsers.set('member of another', await hub.signInByMail(otherEmail));
    for (const role of roles) browsers.set(role.id, await hub.signInAs(role.id));
  });
  const browserOf = (asker: Asker) => {
    const browser = browsers.get(asker);
    assert.ok(browser);
    return browser;
  };

  test(`each of ${routes.length} routes gives each of ${askers.length} askers what its rule says`, async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      for (const asker of askers) {
        for (const filler of route.path.replace(':partnership', '').includes(':') ? ['x', uuid] : ['']) {
          const path = pathOf(route, filler);
          const browser = browserOf(asker);
          const page =
            route.method === 'get'
              ? await browser.get(path)
              : await browser.post(path, {}, { csrf: 'not-the-token' });
          // The link of the outbox answers "missing" by itself to whoever lacks its token.
          const expected = route.path === '/outbox/:token' ? 'missing' : outcomeByRule(route, asker);
          let outcome: string;
          try {
            outcome = outcomeOf(page);
          } catch (error) {
            outcome = String(error);
          }
          if (outcome !== expected)
            wrong.push(`${route.method} ${path} as ${asker}: ${outcome}, not ${expected}`);
        }
      }
    }
    assert.deepEqual(wrong, []);
    assert.deepEqual(
      hub.log.filter((line) => line.kind === 'fault'),
      [],
    );
  });

  test('a partnership one is not in and one that does not exist give the same page', async () => {
    const browser = browserOf('coordinator');
    const masked = (text: string) => text.replaceAll(/value="[\w-]{43}"/g, '');
    for (const rest of ['', '/people', '/history', '/benchmarks']) {
      const theirs = await browser.get(`/partnerships/other${rest}`);
      const none = await browser.get(`/partnerships/no-such${rest}`);
      assert.equal(theirs.status, 404);
      assert.equal(masked(theirs.text), masked(none.text));
    }
  });

  test('no page of one partnership names anything of the other', async () => {
    const secrets = ['Another Partnership', otherEmail, 'Other Coordinator', 'Sacramento', 'Alvord'];
    for (const route of routes.filter(
      ({ method, path }) => method === 'get' && path.includes(':partnership'),
    )) {
      const page = await browserOf('coordinator').get(pathOf(route, 'x'));
      for (const secret of secrets) assert.ok(!page.text.includes(secret), `${route.path} names ${secret}`);
    }
  });

  test('no two routes have the same method and path, and member routes begin at their partnership', () => {
    const seen = new Set<string>();
    for (const { method, path, access } of routes) {
      assert.ok(!seen.has(`${method} ${path}`), `${method} ${path} is there twice`);
      seen.add(`${method} ${path}`);
      const isOfMembers = access === 'members' || Array.isArray(access);
      assert.equal(/^\/partnerships\/:partnership(\/|$)/.test(path), isOfMembers, path);
    }
  });

  test('navigation shows a member exactly the entries they may open', async () => {
    for (const role of roles) {
      const page = await browserOf(role.id).get(`${hub.home}/people`);
      const nav = /<nav class="site-nav"[\s\S]*?<\/nav>/.exec(page.text)?.[0] ?? '';
      const hrefs = [...nav.matchAll(/href="([^"]+)"/g)].map(([, href]) => href ?? '');
      assert.ok(hrefs.length >= 3, nav);
      for (const href of hrefs) assert.equal((await browserOf(role.id).get(href)).status, 200, href);
      assert.match(nav, /href="[^"]*\/people" aria-current="page"/);
    }
  });
});
