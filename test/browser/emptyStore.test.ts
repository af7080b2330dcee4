import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import {
  createPartnership,
  requirePartnershipDraft,
} from '../../src/hub/partnership/createPartnership.store.ts';
import { insertPrintedLinks } from '../../src/hub/people/printedLinks.store.ts';
import { openStore } from '../../src/hub/store/openStore.ts';
import { newUuid } from '../../src/hub/store/uuid.ts';
import { asOperator } from '../../src/hub/store/view.ts';
import { launchChromium } from '../chromium.ts';
import { type ServedHub, serveHub } from '../servedHub.ts';
import { lookAtPage } from './lookAtPage.ts';
import { home, type Site, siteOf } from './site.ts';
import { openWatchedPage, type WatchedPage } from './watchedPage.ts';

let browser: Browser;
before(async () => {
  browser = await launchChromium();
});
after(() => browser?.close());

describe('a hub with nothing in it', () => {
  let hub: ServedHub;
  before(async () => {
    hub = await serveHub({ sample: false });
  });
  after(() => hub?.close());

  test('says at its start how a partnership is set up, and its 3 pages for a visitor pass axe', async () => {
    const visitor = await browser.newContext({ baseURL: hub.started.address });
    const watched = await openWatchedPage(visitor);
    const { words } = await lookAtPage(watched, '/');
    assert.match(words, /No partnership has been set up yet.*tandem partnership create/);
    await lookAtPage(watched, '/sign-in');
    await lookAtPage(watched, home.slice(0, home.lastIndexOf('/')), { status: 404 });
    await visitor.close();
    assert.deepEqual([hub.started.partnerships, hub.started.links, hub.started.outbox], [[], [], null]);
  });
});

/** Each page of a partnership whose districts are named and of which no figure is loaded, and what it says to do next. */
const pages = [
  {
    path: '',
    says: /learn from each other\..*No public file is loaded yet.*Load one with tandem evidence load PATH/,
  },
  { path: '/benchmarks', says: /No benchmark for mathematics yet.*Choose a measure.*Make one/ },
  { path: '/benchmarks/new', says: /Next: targets/ },
  {
    path: '/benchmarks/new?measure=math_dfs&group=ALL',
    says: /no figure of this group can be shown.*Choose a larger group/,
  },
  { path: '/measures', says: /No loaded file gives these.*public file/ },
  { path: '/measures/math_dfs', says: /No figures of this measure are loaded yet.*tandem evidence load/ },
  { path: '/districts', says: /Name or county/ },
  { path: '/districts?name=x', says: /No district is called “x”.*Try a part of the name/ },
  { path: '/districts/10621660000000', says: /No measure of this district is loaded.*Load/ },
  {
    path: '/fact-sheet',
    says: /No targets are set yet.*No benchmark has been set yet. Make one under Benchmarks/,
  },
  { path: '/matching/needs', says: /Fresno has confirmed no need yet.*Long Beach has confirmed no need yet/ },
  { path: '/matching/needs/new', says: /Nothing is left to confirm.*Any other measure and group/ },
  {
    path: '/matching/needs/new?cds=10621660000000&measure=math_dfs&group=EL',
    says: /nothing is expected of this measure and group.*No figure of this group is at hand/,
  },
  { path: '/matching/capacity', says: /Offer something.*nothing offered/ },
  { path: '/matching/proposals', says: /No need is open.*Confirm a need first/ },
  { path: '/people', says: /1 person works in this partnership/ },
  { path: '/history', says: /forged/ },
] as const;

describe('a partnership without evidence', () => {
  let folder = '';
  let site: Site | undefined;
  let watched: WatchedPage;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tandem-bare-'));
    const link = await forgePartnership(join(folder, 'store'));
    const hub = await serveHub({ folder: join(folder, 'store'), sample: false });
    site = siteOf(hub, browser, () => new URL(link, hub.started.address).href);
    watched = await openWatchedPage(await site.signedIn('Only Person'));
  });
  after(async () => {
    await site?.hub.close();
    await rm(folder, { recursive: true, force: true });
  });

  for (const { path, says } of pages) {
    test(`${path || 'the glance'} answers 200, says ${says.source.slice(0, 40)}…, and passes axe at 1280 and 390 pixels`, async () => {
      const { words } = await lookAtPage(watched, home + path);
      assert.match(words, says);
    });
  }

  test('the hub met no fault', () => {
    assert.deepEqual(
      site?.hub.log.filter(({ kind }) => kind === 'fault'),
      [],
    );
  });
});

/** A store in which two districts are named and a partnership of theirs is made; answers the path of its one person's link. */
async function forgePartnership(store: string): Promise<string> {
  const at = new Date();
  const database = await openStore({ folder: store }, at);
  const districts = [
    { cds: '10621660000000', name: 'Fresno Unified' },
    { cds: '19647250000000', name: 'Long Beach Unified' },
  ];
  const draft = {
    slug: 'fresno-long-beach',
    name: 'Fresno–Long Beach Learning Partnership',
    startedYear: 2008,
    districts: districts.map(({ cds }) => cds),
    people: [
      { email: 'only@fresno.example', name: 'Only Person', role: 'coordinator', district: '10621660000000' },
    ],
  };
  try {
    await database.transaction(async (connection) => {
      for (const { cds, name } of districts) {
        await connection.query(
          "insert into district (district_id, cds, level, name) values ($1, $2, 'district', $3)",
          [newUuid(at), cds, name],
        );
      }
    });
    const links = await asOperator(database, async (view) => {
      const { id } = await createPartnership(view, requirePartnershipDraft(draft, 'test'), false, at);
      return insertPrintedLinks(view, id, 'http://127.0.0.1', at);
    });
    assert.ok(links[0]);
    return new URL(links[0].address).pathname;
  } finally {
    await database.close();
  }
}
