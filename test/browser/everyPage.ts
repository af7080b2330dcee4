import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { routes } from '../../src/hub/routes.ts';
import { examplesOf, readKnown } from './examplePaths.ts';
import { type Looked, lookAtPage } from './lookAtPage.ts';
import { fresnoCoordinator, type Site } from './site.ts';
import { openWatchedPage, type WatchedPage } from './watchedPage.ts';

/** A path that ends like a file is a download and no page. */
const patterns = routes
  .filter(({ method, path }) => method === 'get' && !/\.\w+$/.test(path))
  .map(({ path }) => path);

/** The pages in parts, so that several files look at them at the same time; whatever no part names is the first. */
const parts = {
  'who can help': /\/(matching|claims|practices|resources)(\/|$)/,
  work: /\/(work|reviews)(\/|$)/,
} as const;

/** The patterns of a part, or of all that is in none. */
export function patternsOf(part: keyof typeof parts | 'the rest'): string[] {
  return patterns.filter((pattern) =>
    part === 'the rest' ? !Object.values(parts).some((one) => one.test(pattern)) : parts[part].test(pattern),
  );
}

/** GET routes as a coordinator sees them, found in the list of routes itself. */
export function everyPage(site: () => Site, looking: readonly string[]): void {
  describe('every page of a coordinator', () => {
    const looked: Looked[] = [];
    let context: BrowserContext;
    let watched: WatchedPage;
    let known: Awaited<ReturnType<typeof readKnown>>;
    before(async () => {
      context = await site().signedIn(fresnoCoordinator);
      watched = await openWatchedPage(context);
      known = await readKnown(site(), watched.page);
      const asked = await site().visitor();
      const page = await asked.newPage();
      await page.goto('/sign-in');
      await page.getByLabel('Mail address').fill('quinn.marsh@longbeach.example');
      await page.getByRole('button', { name: 'Mail me a link' }).click();
      await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
      await asked.close();
    });
    after(() => context.close());

    test(`each of the ${patterns.length} GET routes has an example page`, () => {
      assert.deepEqual(
        patterns.filter((pattern) => !examplesOf(pattern)),
        [],
        'add an example of these to test/browser/examplePaths.ts',
      );
    });

    for (const pattern of looking) {
      test(`${pattern}: no finding of axe at 1280 and 390 pixels, none too wide at 320, no error, headings in order`, async () => {
        const examples = examplesOf(pattern)?.(known) ?? [];
        assert.ok(examples.length > 0, `${pattern} has no example page`);
        for (const [i, path] of examples.entries()) {
          looked.push(await lookAtPage(watched, path, i === 0 ? {} : { axeAt: [390] }));
        }
      });
    }

    test('no two pages share a title', () => {
      // A fact sheet by its pack is the newest one once more.
      const others = looked.filter(({ path }) => !/\/fact-sheet\/[0-9a-f]{64}$/.test(path));
      const pages = [...Map.groupBy(others, ({ title }) => title)].map(([title, same]) => ({
        title,
        paths: [...new Set(same.map(({ path }) => path))],
      }));
      assert.ok(pages.length >= looking.length - 3, `only ${pages.length} titles`);
      assert.deepEqual(
        pages.filter(({ paths }) => paths.length > 1),
        [],
      );
    });
  });
}
