import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { emailOf, type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';
import { makeOutboxAccess } from './outboxAccess.ts';
import { withLinks } from './withLinks.page.ts';

onEachEngine('the outbox of a sample', (store) => {
  let hub: HubUnderTest;
  before(async () => {
    hub = await hubUnderTest(store());
  });

  test('is opened by the printed link once, on this machine, and holds the mail with its link', async () => {
    const path = hub.hub.outbox?.linkPath ?? '';
    assert.match(path, /^\/outbox\/[\w-]{43}$/);
    assert.equal((await hub.visitor('10.0.0.9').get(path)).status, 404);
    const operator = hub.visitor();
    assert.equal((await operator.get(path)).location, '/outbox');
    assert.match((await operator.get('/outbox')).text, /No mail yet/);
    await hub.visitor().post('/sign-in', { email: emailOf('coordinator') });
    const page = await operator.get('/outbox');
    assert.equal(page.status, 200);
    const link = /<a href="(http:\/\/127\.0\.0\.1:8080\/sign-in\/[\w-]{43})"/.exec(page.text)?.[1];
    assert.ok(link, page.text);
    assert.match((await operator.get(link)).text, /Continue as Test Coordinator/);

    assert.equal((await hub.visitor().get(path)).status, 404, 'the link works once');
    assert.equal((await hub.visitor().get('/outbox')).status, 404, 'without the cookie');
    const cookie = `tandem-operator=${operator.cookies.get('tandem-operator')}`;
    assert.equal((await hub.visitor().get('/outbox', { cookie })).status, 200);
    assert.equal((await hub.visitor('10.0.0.9').get('/outbox', { cookie })).status, 404, 'from elsewhere');
  });

  test('is not there behind a proxy, where everybody looks local', async () => {
    const proxied = await hubUnderTest(store(), { proxies: 1 });
    const path = proxied.hub.outbox?.linkPath ?? '';
    assert.equal((await proxied.visitor().get(path)).status, 404);
  });
});

test('of two who bring the link at once, one gets the cookie; a wrong link gets none', () => {
  const secrets = ['link-secret', 'cookie-secret'];
  const access = makeOutboxAccess(() => secrets.shift() ?? '');
  assert.equal(access.linkPath, '/outbox/link-secret');
  assert.equal(access.redeem('link-secre'), null);
  assert.equal(access.redeem('link-secret'), 'cookie-secret');
  assert.equal(access.redeem('link-secret'), null);
  assert.equal(access.admits('cookie-secret'), true);
  assert.equal(access.admits('link-secret'), false);
  assert.equal(access.admits(undefined), false);
});

test('a mail is shown with its addresses as links and everything else as text', () => {
  const parts = withLinks('a <b> https://x.example/a end') as unknown[];
  assert.equal(parts.length, 3);
  assert.equal(parts[0], 'a <b> ');
  assert.equal(String(parts[1]), '<a href="https://x.example/a">https://x.example/a</a>');
});
