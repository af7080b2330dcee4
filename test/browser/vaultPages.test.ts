import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { gatherDistrict } from '../../sample/students/gatherDistrict.ts';
import { fresnoLike } from '../../sample/students/studentDistrict.ts';
import { vaultPages } from '../../src/vault/pages/vaultPages.ts';
import { serveVault } from '../../src/vault/serve/serveVault.ts';
import type { Vault } from '../../src/vault/store/vault.ts';
import { launchChromium } from '../chromium.ts';
import { fillVault } from '../vault/fillVault.ts';
import { caasppFile, calpadsFile } from '../vault/intakeDistrict.ts';
import { openTestVault } from '../vault/openTestVault.ts';
import { lookAtOpenPage, lookAtPage } from './lookAtPage.ts';
import { openWatchedPage, type WatchedPage } from './watchedPage.ts';

const district = fresnoLike({ seed: 31, students: 60, firstYear: 2025, lastYear: 2026 });
const own = { ssid: '1000000077', localId: 'L77', school: district.schools[0]?.cds.slice(7) ?? '' };
const scratch = mkdtempSync(join(tmpdir(), 'tandem-vault-pages-'));
const faults: string[] = [];

type Site = {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly watched: WatchedPage;
  readonly withoutScript: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
};
let opened: Site | undefined;

function site(): Site {
  assert.ok(opened, 'the pages did not start');
  return opened;
}

before(async () => {
  const vault = await openTestVault({ cds: district.cds, name: 'Fresno Unified' });
  const browser = await launchChromium();
  let end = (): void => undefined;
  const stopped = new Promise<void>((resolve) => {
    end = resolve;
  });
  const { link, served } = await started(vault, stopped);
  const baseURL = new URL(link).origin;
  const context = await browser.newContext({ baseURL });
  const watched = await openWatchedPage(context);
  await watched.page.goto(link);
  await watched.page.waitForURL(`${baseURL}/`);
  const storageState = await context.storageState();
  opened = {
    browser,
    context,
    watched,
    withoutScript: (options) =>
      browser.newContext({ baseURL, storageState, javaScriptEnabled: false, ...options }),
    close: async () => {
      await browser.close();
      end();
      await served;
      await vault.close();
    },
  };
  await emptyVault();
  await fillVault(vault, gatherDistrict(district));
});
after(async () => {
  await opened?.close();
  rmSync(scratch, { recursive: true });
});

/** Serves the pages and answers their link. */
function started(vault: Vault, stopped: Promise<void>): Promise<{ link: string; served: Promise<unknown> }> {
  return new Promise((resolve) => {
    const served: Promise<unknown> = serveVault({
      use: (work) => work(vault),
      folder: scratch,
      port: 0,
      idleMinutes: 30,
      routes: vaultPages,
      now: () => new Date(),
      started: ({ link }) => setImmediate(() => resolve({ link, served })),
      ended: () => undefined,
      stopped,
      log: (line) => faults.push(line),
    });
  });
}

/** The start of an empty vault is looked at before anything is in it. */
async function emptyVault(): Promise<void> {
  const { words } = await lookAtPage(site().watched, '/');
  assert.match(words, /The vault is empty\..*enrolment \(SENR\) and student information \(SINF\) first/);
  const measures = await lookAtPage(site().watched, '/measures', { axeAt: [390] });
  assert.match(measures.words, /Nothing is computed yet\./);
}

test('Compute shows how far it is and ends on what was measured; axe finds nothing at 1280 and 390 pixels', async () => {
  const { page } = site().watched;
  await page.goto('/measures');
  await page.getByRole('button', { name: 'Compute' }).click();
  await page.waitForURL('**/work/*');
  await page.getByRole('link', { name: 'See the measures' }).waitFor({ timeout: 60_000 });
  const { words } = await lookAtOpenPage(site().watched, 'the end of computing');
  assert.match(words, /\d+ measures of 2 years: [\d,]+ slices/);
});

test('files dropped onto the page are taken in with their folder, and a broken one is told with its findings', async () => {
  const { page } = site().watched;
  await page.goto('/load');
  const texts = [
    { name: 'sinf.txt', text: calpadsFile('SINF', [own]) },
    { name: 'bad.csv', text: caasppFile('2024', [{ level: '4' }, { level: '4', ssid: '1000000002' }]) },
  ];
  // In the browser's own words: the types of Node know no DataTransfer.
  const transfer = await page.evaluateHandle(
    `(() => { const data = new DataTransfer(); for (const { name, text } of ${JSON.stringify(texts)}) data.items.add(new File([text], name)); return data; })()`,
  );
  await page.dispatchEvent('[data-drop]', 'drop', { dataTransfer: transfer });
  await page.waitForURL('**/work/*');
  await page.getByText('1 file loaded with 1 row, 1 refused.').first().waitFor();
  await lookAtOpenPage(site().watched, 'the end of a load');
  await page.getByRole('link', { name: /^2 errors.* of bad\.csv/ }).click();
  const { words } = await lookAtOpenPage(site().watched, 'the findings of a file');
  assert.match(words, /Level must follow from score.*2 findings.*Line 2.*AchievementLevels.*level 4/);
});

for (const [path, axeAt] of [
  ['/', [1280, 390]],
  ['/load', [1280, 390]],
  ['/findings?rule=levelMustFollowFromScore', [390]],
  ['/measures', [1280, 390]],
  ['/measures/math_dfs', [1280, 390]],
  ['/measures/chronic_absence?school=every&group=SED&grade=all', [1280, 390]],
  ['/nothing', [390]],
] as const) {
  test(`${path}: no finding of axe at ${axeAt.join(' and ')} pixels, none too wide at 320, no error`, async () => {
    await lookAtPage(site().watched, path, { axeAt, status: path === '/nothing' ? 404 : 200 });
  });
}

test('without script a file is chosen and loaded, the page of the work asking for itself again', async () => {
  const context = await site().withoutScript();
  const page = await context.newPage();
  const file = join(scratch, 'sela.txt');
  writeFileSync(file, calpadsFile('SELA', [own]));
  await page.goto('/load');
  await page.getByLabel('Files of student records').setInputFiles(file);
  await page.getByRole('button', { name: 'Load' }).click();
  await page.waitForURL('**/work/*');
  await page.getByText('1 file loaded with 1 row.').waitFor({ timeout: 30_000 });
  await page.goto('/measures/math_dfs');
  await page.getByLabel('Students', { exact: true }).selectOption('EL');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByRole('heading', { name: /: English learners, the district, all grades/ }).waitFor();
  await context.close();
});

test('in print nothing to press or to navigate by is left, the warning stays, and no page is wider than the paper', async () => {
  const { page } = site().watched;
  await page.setViewportSize({ width: 816, height: 1056 });
  await page.emulateMedia({ media: 'print' });
  for (const path of ['/', '/findings', '/measures', '/measures/math_dfs?group=EL']) {
    await page.goto(path);
    const left = await page
      .locator('button:visible, input:visible, select:visible, nav:visible, .skip:visible')
      .count();
    assert.equal(left, 0, path);
    const width = await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    assert.equal(width, 0, `${path} is wider than the paper`);
    if (path.startsWith('/measures')) await page.getByText('Raw counts, not for sharing.').first().waitFor();
  }
  await page.emulateMedia({ media: null });
});

test('Seal and stop ends the pages, which say so', async () => {
  const { page } = site().watched;
  await page.goto('/');
  await page.getByRole('button', { name: 'Seal and stop' }).click();
  await page.getByRole('heading', { name: 'The vault is being sealed' }).waitFor();
  assert.deepEqual(faults, []);
});
