import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { addPerson } from '../src/hub/partnership/changePeople.store.ts';
import { asOperator } from '../src/hub/store/view.ts';
import type { Cds } from '../src/vocabulary/cds.ts';
import { Grant } from '../src/vocabulary/grant.ts';
import type { Browser, Page } from './browserUnderTest.ts';
import { onEachEngine } from './engines.ts';
import { districtsUnderTest, type HubUnderTest, hubUnderTest } from './hubUnderTest.ts';

const [fresno, longBeach] = districtsUnderTest;
const terms = {
  title: 'What we show each other',
  validFrom: '2025-11-03',
  validUntil: '2027-06-30',
  daysSeenAfterEnd: '0',
  grants: '1',
  'grant1-giver': 'every',
  'grant1-measure-math_dfs': 'math_dfs',
  'grant1-scope': 'schools',
  'grant1-firstYear': '2023',
  'grant1-lastYear': '2027',
  'grant1-smallestGroup': '11',
  'grant1-embargoDays': '7',
  'grant1-publication': 'never',
};

const wordsOf = ({ text }: Page) => text.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
const fieldOf = ({ text }: Page, name: string) =>
  new RegExp(`name="${name}" value="([^"]*)"`).exec(text)?.[1] ?? '';

onEachEngine('an agreement', (store) => {
  let hub: HubUnderTest;
  let coordinator: Browser;
  let sponsor: Browser;
  let partner: Browser;
  let base = '';
  let path = '';
  before(async () => {
    hub = await hubUnderTest(store());
    base = `${hub.home}/agreement`;
    coordinator = await hub.signInAs('coordinator');
    sponsor = await hub.signInByMail(await addOwnSponsor(hub));
    partner = await hub.signInAs('sponsor');
  });

  test('a wrong form is given back with a sentence at each field and nothing is kept', async () => {
    const wrong = { ...terms, title: '', validUntil: '30.06.2027', 'grant1-smallestGroup': '5' };
    const page = await coordinator.post(`${base}/new`, wrong);
    assert.equal(page.status, 422);
    assert.match(wordsOf(page), /Give the agreement a title\./);
    assert.match(wordsOf(page), /Give its last day as year-month-day: 2027-06-30\./);
    assert.match(wordsOf(page), /11 or more: an agreement can only be stricter\./);
    assert.match(wordsOf(await coordinator.get(base)), /Nothing is shared now/);
  });

  test('a draft is the district’s own; proposed, the partner sees it and is written to', async () => {
    const draft = await coordinator.post(`${base}/new`, { ...terms, next: 'draft' });
    path = draft.location ?? '';
    assert.equal((await coordinator.get(path)).status, 200);
    assert.equal((await partner.get(path)).status, 404);
    const [drafted] = await store().transaction((c) => c.query('select hash from agreement_version'));
    const early = await sponsor.post(`${path}/sign`, { version: '1', hash: String(drafted?.hash) });
    assert.match(wordsOf(early), /this is a draft, which nobody signs before it is proposed/);
    const form = await coordinator.get(`${path}/change`);
    const proposed = await coordinator.post(`${path}/change`, {
      ...terms,
      version: fieldOf(form, 'version'),
    });
    assert.equal(proposed.location, path);
    assert.match(
      wordsOf(await partner.get(hub.home)),
      /Due from you “?What we show each other”? Sign, or put other terms forward/,
    );
    assert.doesNotMatch(wordsOf(await coordinator.get(hub.home)), /Sign, or put other terms forward/);
    assert.match(
      wordsOf(await partner.get(path)),
      /Neither district has signed it\. Nothing is shared under it yet\./,
    );
    const mails = (await hub.mails()).filter(({ subject }) => subject.includes('proposes an agreement'));
    assert.ok(mails.length > 0 && mails.every(({ body }) => body.includes(path)));
  });

  test('a counter-proposal shows the part that changed, and a form that looked at the version before is refused with all it holds', async () => {
    const same = { ...terms, ...idsOf(await partner.get(`${path}/change`)) };
    const nothing = await partner.post(`${path}/change`, {
      ...same,
      version: fieldOf(await partner.get(`${path}/change`), 'version'),
    });
    assert.match(
      wordsOf(nothing),
      /Nothing is different from version 2: sign that one, or change something\./,
    );
    const stale = fieldOf(await coordinator.get(`${path}/change`), 'version');
    const ids = idsOf(await partner.get(`${path}/change`));
    const countered = { ...terms, ...ids, 'grant1-smallestGroup': '20', note: 'Small schools.' };
    const page = await partner.post(`${path}/change`, { ...countered, version: stale });
    assert.equal(page.location, path);
    assert.match(
      wordsOf(await coordinator.get(path)),
      /smallest group of groups of 11 students or more of groups of 20 students or more/,
    );
    const late = await coordinator.post(`${path}/change`, { ...terms, title: 'Mine', version: stale });
    assert.equal(late.status, 409);
    assert.match(wordsOf(late), /Version 3 was put forward meanwhile\. What you wrote stands below, unsent/);
    assert.match(late.text, /value="Mine"/);
  });

  test('only superintendents sign, each for their own district, exactly the terms they read; then it is in force', async () => {
    const read = await sponsor.get(path);
    const signing = { version: fieldOf(read, 'version'), hash: fieldOf(read, 'hash') };
    assert.equal((await coordinator.post(`${path}/sign`, signing)).status, 403);
    const other = await sponsor.post(`${path}/sign`, { ...signing, hash: 'f'.repeat(64) });
    assert.equal(other.status, 409);
    assert.match(wordsOf(other), /You have not signed: other terms were put forward/);
    assert.equal((await sponsor.post(`${path}/sign`, signing)).location, path);
    const twice = await sponsor.post(`${path}/sign`, signing);
    assert.match(wordsOf(twice), /Your district has signed this version already: nothing was changed\./);
    assert.equal((await partner.get(`${path}/grants/${idOfGrant(read)}/grant.json`)).status, 404);
    assert.equal((await partner.post(`${path}/sign`, signing)).location, path);
    assert.match(
      wordsOf(await coordinator.get(base)),
      /shows .*of groups of 20 students or more, 7 days after they are made\. Never in public\./,
    );
  });

  test('the grant file is what a vault reads, and names the version that was signed', async () => {
    const page = await coordinator.get(path);
    const file = await coordinator.get(`${path}/grants/${idOfGrant(page)}/grant.json`);
    const grant = Grant.parse(JSON.parse(file.text));
    assert.deepEqual([grant.agreement.version, grant.smallestGroup, grant.measures], [3, 20, ['math_dfs']]);
    assert.ok(grant.from === fresno.cds || grant.from === longBeach.cds);
  });

  test('a grant taken back is gone from what is shared at once, with its reason; the other stays', async () => {
    const form = await coordinator.get(`${path}/end`);
    const what = /value="([0-9a-f-]{36})"/.exec(form.text)?.[1] ?? '';
    assert.equal((await coordinator.post(`${path}/end`, { what, words: '' })).status, 422);
    assert.equal((await coordinator.post(`${path}/end`, { what, words: 'A leak.' })).location, path);
    const list = await partner.get(base);
    assert.equal(list.text.match(/item-title"><a[^>]*#grant-/g)?.length, 1);
    assert.match(wordsOf(await partner.get(path)), /took a grant back A leak\./);
    assert.equal((await coordinator.get(`${path}/grants/${what}/grant.json`)).status, 404);
  });

  test('terms whose last day is past are signed by nobody', async () => {
    const made = await coordinator.post(`${base}/new`, { ...terms, validUntil: '2025-11-04' });
    const read = await sponsor.get(made.location ?? '');
    hub.clock.advance(60 * 24 * 3);
    const late = await (await hub.signInByMail('sponsor@fresno-long-beach.example')).post(
      `${made.location}/sign`,
      { version: fieldOf(read, 'version'), hash: fieldOf(read, 'hash') },
    );
    assert.match(wordsOf(late), /the last day of these terms is past/);
  });
});

function idOfGrant({ text }: Page): string {
  return /id="grant-([0-9a-f-]{36})"/.exec(text)?.[1] ?? '';
}

function idsOf(page: Page): Record<string, string> {
  const ids = page.text.matchAll(/name="(grant\d-id-\d)" value="([0-9a-f-]{36})"/g);
  return Object.fromEntries([...ids].map(([, name, id]) => [name, id]));
}

/** The superintendent of the partnership under test is Long Beach's; Fresno, whose coordinator it has, gets one. */
async function addOwnSponsor({ database }: HubUnderTest): Promise<string> {
  const email = 'superintendent@example.org';
  const person = {
    email,
    name: 'Pat Vale',
    role: 'sponsor',
    district: fresno.cds as Cds,
    focusArea: null,
  } as const;
  await asOperator(database, (view) =>
    addPerson(view, 'fresno-long-beach', person, new Date('2025-11-03T17:00:00Z')),
  );
  return email;
}
