import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFindings } from './axeFindings.ts';
import { fresnoCoordinator, home, type Site } from './site.ts';

/** Working with the keyboard alone. */
export function keyboard(site: () => Site): void {
  describe('keyboard', () => {
    let context: BrowserContext;
    before(async () => {
      context = await site().signedIn(fresnoCoordinator);
    });
    after(() => context.close());

    test('the first stop is the link past the navigation: it shows, and leads to the content', async () => {
      const page = await context.newPage();
      await page.goto(home);
      const skip = page.getByRole('link', { name: 'Skip to the content' });
      assert.ok(((await skip.boundingBox())?.y ?? 0) < 0);
      await page.keyboard.press('Tab');
      assert.equal(await skip.evaluate((link) => link.matches(':focus')), true);
      assert.ok(((await skip.boundingBox())?.y ?? -1) >= 0);
      await page.keyboard.press('Enter');
      assert.equal(await page.locator('#content').evaluate((main) => main.matches(':focus')), true);
      await page.keyboard.press('Tab');
      assert.equal(await page.locator('#content :focus').count(), 1);
      await page.close();
    });

    for (const path of [
      '',
      '/benchmarks/new?measure=suspension&group=SWD',
      '/measures/math_dfs',
      '/history',
    ]) {
      test(`each stop of the Tab key on ${path || 'the glance'} is seen, in the order of the page`, async () => {
        const page = await context.newPage();
        await page.goto(home + path);
        const stops = await tabStops(page);
        assert.ok(stops.length > 15, `only ${stops.length} stops`);
        assert.deepEqual(
          stops.filter(({ outline }) => outline < 2),
          [],
          'stops without an outline of 2 pixels',
        );
        assert.deepEqual(
          stops.filter(({ isInWindow }) => !isInWindow),
          [],
          'stops outside the window',
        );
        const places = stops.map(({ place }) => place);
        assert.deepEqual(
          places,
          places.toSorted((a, b) => a - b),
        );
        await page.close();
      });
    }

    test('on a phone of 390 pixels the menu opens with Enter, closes with Escape back on its button, and leads on', async () => {
      const page = await context.newPage();
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(home);
      const button = page.getByRole('button', { name: 'Menu' });
      const menu = page.locator('#site-menu');
      await tabTo(page, 'button.menu-button');
      await page.keyboard.press('Enter');
      await menu.waitFor();
      assert.deepEqual(await axeFindings(page), []);
      await page.keyboard.press('Escape');
      await menu.waitFor({ state: 'hidden' });
      assert.equal(await button.evaluate((element) => element.matches(':focus')), true);
      await page.keyboard.press('Enter');
      await menu.waitFor();
      await tabTo(page, '#site-menu a[href$="/history"]');
      await page.keyboard.press('Enter');
      await page.waitForURL(`**${home}/history`);
      await page.close();
    });

    test('a benchmark’s group is chosen with the keyboard alone', async () => {
      const page = await context.newPage();
      await page.goto(`${home}/measures/suspension`);
      await tabTo(page, '#group');
      await page.keyboard.press('ArrowDown');
      await tabTo(page, 'main form button');
      await page.keyboard.press('Enter');
      await page.waitForURL('**/measures/suspension?group=EL&band=1');
      await page.close();
    });
  });
}

const mostStops = 300;

type Stop = {
  readonly what: string;
  readonly place: number;
  readonly outline: number;
  readonly isInWindow: boolean;
};

/** Where the Tab key stops on a page, from its beginning to its end. */
async function tabStops(page: Page): Promise<Stop[]> {
  const stops: Stop[] = [];
  while (stops.length < mostStops) {
    await page.keyboard.press('Tab');
    const stop = await page.locator('html').evaluate((root): Stop | null => {
      const { activeElement: element, defaultView: view } = root.ownerDocument;
      if (!element || element === root.ownerDocument.body) return null;
      const { top, bottom } = element.getBoundingClientRect();
      const style = view.getComputedStyle(element);
      return {
        what: element.outerHTML.slice(0, 100),
        place: [...root.querySelectorAll('*')].indexOf(element),
        outline: style.outlineStyle === 'none' ? 0 : Number.parseFloat(style.outlineWidth),
        isInWindow: bottom > 0 && top < view.innerHeight,
      };
    });
    if (!stop) break;
    stops.push(stop);
  }
  return stops;
}

async function tabTo(page: Page, selector: string): Promise<void> {
  const target = page.locator(selector);
  for (let i = 0; i < mostStops; i++) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element.matches(':focus'))) return;
  }
  assert.fail(`the Tab key does not reach ${selector}`);
}
