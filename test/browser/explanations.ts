import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { axeFindings } from './axeFindings.ts';
import { fresnoCoordinator, home, type Site } from './site.ts';
import { openWatchedPage } from './watchedPage.ts';

/** Tapping a number, and what every number leads to. */
export function explanations(site: () => Site): void {
  describe('explanations of numbers', () => {
    let context: BrowserContext;
    before(async () => {
      context = await site().signedIn(fresnoCoordinator);
    });
    after(() => context.close());

    test('a tapped number opens its explanation over the page; Escape closes it and the focus is on the number again', async () => {
      const { page, takeTroubles } = await openWatchedPage(context);
      await page.goto(home);
      const number = page.locator('.standing-value a').first();
      const text = await ownText(number);
      await number.click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('Students behind it (n)').waitFor();
      assert.ok((await dialog.getAttribute('aria-label'))?.startsWith(text), text);
      assert.equal(new URL(page.url()).pathname, home);
      assert.deepEqual(await axeFindings(page), []);
      await page.setViewportSize({ width: 390, height: 844 });
      assert.deepEqual(await axeFindings(page), []);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'hidden' });
      assert.equal(await number.evaluate((link) => link.matches(':focus')), true);
      assert.deepEqual(takeTroubles(), []);
      await page.close();
    });

    test('the keyboard opens it too, its button closes it, and the next number replaces the first', async () => {
      const page = await context.newPage();
      await page.goto(`${home}/measures/math_dfs`);
      const [first, second] = [
        page.locator('#groups a.number-link').nth(0),
        page.locator('#groups a.number-link').nth(1),
      ];
      for (const number of [first, second]) {
        await number.focus();
        await page.keyboard.press('Enter');
        const dialog = page.getByRole('dialog');
        await dialog.waitFor();
        assert.ok((await dialog.getAttribute('aria-label'))?.startsWith(await ownText(number)));
        await dialog.getByRole('button', { name: 'Close' }).click();
        await dialog.waitFor({ state: 'hidden' });
        assert.equal(await number.evaluate((link) => link.matches(':focus')), true);
      }
      await page.close();
    });

    test('a tap outside closes it, and when the explanation cannot be fetched the link is followed', async () => {
      const page = await context.newPage();
      await page.goto(home);
      await page.locator('.standing-value a').first().click();
      await page.getByRole('dialog').waitFor();
      await page.mouse.click(3, 3);
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await page.route('**/figures/**', (route) =>
        route.request().isNavigationRequest() ? route.continue() : route.abort(),
      );
      await page.locator('.standing-value a').first().click();
      await page.waitForURL('**/figures/**');
      await page.close();
    });

    for (const path of [
      '',
      '/measures/math_dfs?group=EL',
      '/measures/suspension',
      '/benchmarks',
      '/fact-sheet',
      '/districts/10621660000000',
    ]) {
      test(`every number of ${path || 'the glance'} leads to a page that holds it, its n, publisher, dataset, day, definition and why it may differ`, async () => {
        const page = await context.newPage();
        await page.goto(home + path);
        const links = await page.locator('main a[data-explain]').evaluateAll((all) =>
          all.map((link) => ({
            href: link.getAttribute('href'),
            text: link.firstChild.textContent.trim(),
          })),
        );
        assert.ok(links.length > 10, `only ${links.length} numbers`);
        for (const { href, text } of links) {
          const answer = await context.request.get(href);
          assert.equal(answer.status(), 200, href);
          const words = plainText(await answer.text());
          assert.ok(words.includes(plainText(text)), `${href} does not hold ${text}`);
          for (const part of parts) assert.match(words, part, href);
        }
        await page.close();
      });
    }

    test('no figure of the glance or of a table by group stands without its link', async () => {
      const page = await context.newPage();
      await page.goto(home);
      const standing = page.locator('.standing-value');
      assert.equal(
        await standing.count(),
        await standing.filter({ has: page.locator('a[data-explain], .withheld') }).count(),
      );
      await page.goto(`${home}/measures/suspension`);
      const bare = await page
        .locator('#groups .table-block td.number')
        .evaluateAll((cells) =>
          cells
            .filter(
              (cell) =>
                /\d.*%/.test(cell.textContent) &&
                !cell.closest('details') &&
                !cell.querySelector('a[data-explain], .withheld'),
            )
            .map((cell) => cell.textContent.trim()),
        );
      assert.deepEqual(bare, []);
      await page.close();
    });
  });
}

const parts = [
  /Students behind it \(n\) ([\d,]+|not published with this figure)/,
  /Published by \S/,
  /Dataset \S/,
  /Loaded [A-Z][a-z]+ \d+, \d{4}/,
  /Counted \(numerator\) \S/,
  /Out of \(denominator\) \S/,
  /Why it may differ from another figure \S/,
];

async function ownText(link: ReturnType<Page['locator']>): Promise<string> {
  return link.evaluate((element) => element.firstChild.textContent.trim());
}

/** The words of a page without its tags, one space between them. */
function plainText(html: string): string {
  return html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');
}
