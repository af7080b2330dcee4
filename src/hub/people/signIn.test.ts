import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { onEachEngine } from '../../../test/engines.ts';
import { emailOf, type HubUnderTest, hubUnderTest } from '../../../test/hubUnderTest.ts';
import { findBrokenAuditLine, selectAuditLines } from '../audit/audit.store.ts';
import { asVisitor, noPartnership } from '../store/view.ts';
import { hashToken } from './token.ts';

onEachEngine('signing in', (store) => {
  let hub: HubUnderTest;
  before(async () => {
    hub = await hubUnderTest(store());
  });
  beforeEach(() => hub.clock.advance(61));
  const email = emailOf('research-lead');
  const rowsOf = (sql: string) => store().transaction((connection) => connection.query(sql));

  test('a mailed link signs in and leads to the one partnership', async () => {
    const browser = await hub.signInAs('coordinator');
    const start = await browser.get('/');
    assert.equal(start.status, 303);
    assert.equal(start.location, hub.home);
    const people = await browser.get(`${hub.home}/people`);
    assert.equal(people.status, 200);
    assert.match(people.text, /Test Research lead/);
    assert.match(people.text, new RegExp(emailOf('sponsor')));
  });

  test('a visitor who wanted a page gets there after signing in, and nowhere else', async () => {
    const wanted = `${hub.home}/history?before=7`;
    const browser = hub.visitor();
    const sent = await browser.get(wanted);
    assert.equal(sent.location, `/sign-in?return=${encodeURIComponent(wanted)}`);
    const form = await browser.get(sent.location ?? '');
    assert.ok(form.text.includes(`name="return" value="${wanted}"`), form.text);
    const earlier = (await hub.mails()).map(({ id }) => id);
    await browser.post('/sign-in', { email, return: wanted }, { from: sent.location ?? '' });
    const mail = (await hub.mails()).find(({ id }) => !earlier.includes(id));
    const link = /http:\S+/.exec(mail?.body ?? '')?.[0] ?? '';
    const page = await browser.get(link);
    assert.ok(page.text.includes(`name="return" value="${wanted}"`));
    assert.equal((await browser.post(link, { return: wanted }, { from: link })).location, wanted);
    const elsewhere = await hub.askForLink(email);
    const away = await browser.post(elsewhere, { return: '//evil.example' }, { from: elsewhere });
    assert.equal(away.location, '/');
  });

  test('a known and an unknown address get the same page, and only the known one a mail', async () => {
    const earlier = (await hub.mails()).length;
    const [known, unknown] = [hub.visitor(), hub.visitor()];
    const one = await known.post('/sign-in', { email: `  ${email.toUpperCase()} ` });
    const other = await unknown.post('/sign-in', { email: 'nobody@district.example' });
    assert.equal(one.status, 200);
    assert.equal(one.text, other.text);
    assert.equal((await hub.mails()).length, earlier + 1);
  });

  test('text that is no address is refused at its field', async () => {
    for (const text of ['', 'name', 'a@b', 'a b@c.org', 'a@b.org, c@d.org', `${'x'.repeat(250)}@b.org`]) {
      const page = await hub.visitor().post('/sign-in', { email: text });
      assert.equal(page.status, 422, text);
      assert.match(page.text, /Write the mail address your partnership knows you by/);
    }
  });

  test('opening a link signs nobody in and does not use it up; the button does, once', async () => {
    const link = await hub.askForLink(email);
    const scanner = hub.visitor();
    for (let i = 0; i < 3; i++)
      assert.match((await scanner.get(link)).text, /Continue as Test Research lead/);
    assert.equal((await scanner.get('/account')).status, 303);
    const browser = hub.visitor();
    assert.equal((await browser.post(link, {}, { from: link })).status, 303);
    assert.equal((await browser.get('/account')).status, 200);
    const again = await hub.visitor().get(link);
    assert.equal(again.status, 403);
    assert.match(again.text, /This link has been used/);
    assert.match(again.text, /Ask for a new link/);
    assert.equal((await hub.visitor().post(link)).status, 403);
  });

  test('of three that press the button at once, one gets in', async () => {
    const link = await hub.askForLink(email);
    const pressed = await Promise.all(
      [hub.visitor(), hub.visitor(), hub.visitor()].map((browser) => browser.post(link)),
    );
    assert.deepEqual(pressed.map(({ status }) => status).sort(), [303, 403, 403]);
  });

  test('a link is good for 29 minutes 59 seconds and not for 30', async () => {
    const { hub: inner, clock } = hub;
    assert.equal(inner.now(), clock.now);
    const [first, second] = [await hub.askForLink(email), await hub.askForLink(emailOf('finance'))];
    const start = clock.now;
    clock.now = new Date(start.getTime() + 30 * 60_000 - 1000);
    const early = hub.visitor();
    assert.equal((await early.post(first, {}, { from: first })).status, 303);
    clock.now = new Date(start.getTime() + 30 * 60_000);
    const late = await hub.visitor().get(second);
    assert.equal(late.status, 403);
    assert.match(late.text, /This link is too old/);
    assert.equal((await hub.visitor().post(second)).status, 403);
  });

  test('what is kept of links and sessions are hashes', async () => {
    const link = await hub.askForLink(email);
    const token = link.split('/').at(-1) ?? '';
    const browser = hub.visitor();
    await browser.post(link, {}, { from: link });
    const session = browser.cookies.get('tandem') ?? '';
    const links = await rowsOf('select link_hash from sign_in_link');
    const sessions = await rowsOf('select session_hash from session');
    const has = (rows: readonly Record<string, unknown>[], column: string, text: string) =>
      rows.some((row) => hashToken(text).equals(row[column] as Uint8Array));
    assert.ok(has(links, 'link_hash', token));
    assert.ok(has(sessions, 'session_hash', session));
    for (const table of ['sign_in_link', 'session', 'audit']) {
      const [row] = await rowsOf(`select coalesce(string_agg(t::text, ' '), '') as text from ${table} t`);
      const text = String(row?.text);
      assert.ok(!text.includes(token) && !text.includes(session), table);
    }
  });

  test('signing in anew gives the browser a new session and ends its old one', async () => {
    const browser = await hub.signInByMail(email);
    const [first, form] = [browser.cookies.get('tandem') ?? '', (await browser.get('/account')).text];
    await hub.signInByMail(email, browser);
    const second = browser.cookies.get('tandem') ?? '';
    assert.notEqual(first, second);
    assert.notEqual(
      form.match(/csrf" value="([^"]+)/)?.[1],
      (await browser.get('/account')).text.match(/csrf" value="([^"]+)/)?.[1],
    );
    const thief = hub.visitor();
    assert.equal((await thief.get('/account', { cookie: `tandem=${first}` })).status, 303);
    assert.equal((await thief.get('/account', { cookie: `tandem=${second}` })).status, 200);
  });
});

onEachEngine('a session', (store) => {
  let hub: HubUnderTest;
  before(async () => {
    hub = await hubUnderTest(store());
  });
  const email = emailOf('sponsor');

  test('ends two hours after it was last used', async () => {
    const browser = await hub.signInByMail(email);
    hub.clock.advance(119);
    assert.equal((await browser.get('/account')).status, 200);
    hub.clock.advance(119);
    assert.equal((await browser.get('/account')).status, 200);
    hub.clock.advance(120);
    assert.equal((await browser.get('/account')).status, 303);
  });

  test('ends twelve hours after signing in however much it is used', async () => {
    const browser = await hub.signInByMail(email);
    for (let hour = 1; hour <= 11; hour++) {
      hub.clock.advance(60);
      assert.equal((await browser.get('/account')).status, 200, `hour ${hour}`);
    }
    hub.clock.advance(60);
    assert.equal((await browser.get('/account')).status, 303);
  });

  test('ends with signing out, and a form of it is then refused', async () => {
    const browser = await hub.signInByMail(email);
    const kept = browser.cookies.get('tandem') ?? '';
    const out = await browser.post('/sign-out', {}, { from: '/account' });
    assert.equal(out.location, '/');
    assert.equal(browser.cookies.has('tandem'), false);
    assert.equal((await browser.get('/account', { cookie: `tandem=${kept}` })).status, 303);
    const late = await browser.post('/sign-out');
    assert.equal(late.status, 403);
    assert.match(late.text, /you are signed out/);
  });

  test('ends on every browser with signing out everywhere, and not for other people', async () => {
    const [one, two] = [await hub.signInByMail(email), await hub.signInByMail(email)];
    const other = await hub.signInByMail(emailOf('facilitator'));
    assert.match((await one.get('/account')).text, /This one/);
    await one.post('/sign-out/everywhere', {}, { from: '/account' });
    assert.equal((await one.get('/account')).status, 303);
    assert.equal((await two.get('/account')).status, 303);
    assert.equal((await other.get('/account')).status, 200);
  });

  test('every step of it stands in the chain of acts, which is whole', async () => {
    const lines = await asVisitor(store(), null, (view) => selectAuditLines(view, noPartnership, 0, 1000));
    const acts = new Set(lines.map((line) => line.act));
    assert.deepEqual(
      [...acts].sort(),
      ['asked for a sign-in link', 'signed in', 'signed out', 'signed out everywhere'].sort(),
    );
    assert.ok(lines.length >= 14, `${lines.length} lines`);
    assert.equal(
      await asVisitor(store(), null, (view) => findBrokenAuditLine(view, noPartnership)),
      undefined,
    );
    assert.ok(lines.every((line) => line.person_id !== null));
  });

  test('of a person in two partnerships begins with a choice, of one in none with a sentence', async () => {
    await store().transaction(async (connection) => {
      await connection.query(
        `insert into membership select p.partnership_id, m.person_id, 'facilitator', null, null, m.made_at
         from membership m, partnership p where m.role = 'finance' and p.slug = 'other'`,
      );
      await connection.query(
        "insert into person values ('01a208f6-6c29-7e69-938f-dd6802031c86', 'new@district.example', 'New Person', now())",
      );
    });
    const two = await (await hub.signInByMail(emailOf('finance'))).get('/');
    assert.equal(two.status, 200);
    assert.match(two.text, /href="\/partnerships\/fresno-long-beach"/);
    assert.match(two.text, /href="\/partnerships\/other"/);
    const none = await (await hub.signInByMail('new@district.example')).get('/');
    assert.match(none.text, /No partnership has added you yet/);
  });
});

onEachEngine('limits', (store) => {
  let hub: HubUnderTest;
  before(async () => {
    hub = await hubUnderTest(store(), { proxies: 1 });
  });
  /** A browser behind the one trusted proxy; what stands left of the last address was written by the browser. */
  const from = (address: string) => ({ 'x-forwarded-for': `9.9.9.9, ${address}` });

  test('an address gets 5 links an hour, known or not, and again an hour later', async () => {
    for (const email of [emailOf('school'), 'nobody@district.example']) {
      const statuses: number[] = [];
      for (let i = 0; i < 6; i++) {
        const headers = from(`10.0.0.${i}`);
        statuses.push((await hub.visitor().post('/sign-in', { email }, { headers })).status);
      }
      assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429]);
    }
    hub.clock.advance(60);
    assert.equal((await hub.visitor().post('/sign-in', { email: emailOf('school') })).status, 200);
  });

  test('one origin may ask for 60 links an hour, whatever it writes into the header', async () => {
    const ask = (i: number, address: string) =>
      hub
        .visitor()
        .post(
          '/sign-in',
          { email: `n${i}@x.example` },
          { headers: { 'x-forwarded-for': `1.1.1.${i}, ${address}` } },
        );
    const statuses = await Promise.all(Array.from({ length: 61 }, (_, i) => ask(i, '10.1.1.1')));
    assert.equal(statuses.filter(({ status }) => status === 200).length, 60);
    const refused = statuses.find(({ status }) => status === 429);
    assert.match(refused?.text ?? '', /Try again in an hour/);
    assert.equal((await ask(99, '10.1.1.2')).status, 200);
  });

  test('one origin may open 30 links that are not good an hour; then even a good one waits', async () => {
    const link = await hub.askForLink(emailOf('sponsor'));
    const bad = (i: number) => `/sign-in/${'A'.repeat(41)}${String(i).padStart(2, '0')}`;
    for (let i = 0; i < 30; i++) {
      assert.equal((await hub.visitor().get(bad(i), from('10.2.2.2'))).status, 403, `link ${i}`);
    }
    assert.equal((await hub.visitor().get(bad(31), from('10.2.2.2'))).status, 429);
    assert.equal((await hub.visitor().get(link, from('10.2.2.2'))).status, 429);
    assert.equal((await hub.visitor().get(link, from('10.2.2.3'))).status, 200);
  });
});
