import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { fresnoCoordinator, home, type Site } from './site.ts';

/** What is pressed, and the entry that is then the current one: a place of several pages leads to its first. */
const sections = [
  ['Work', 'Work'],
  ['Benchmarks', 'Benchmarks'],
  ['Figures', 'Measures'],
  ['Claims', 'Claims'],
  ['Learn', 'Who can help'],
  ['Practices', 'Practices'],
  ['Reviews', 'Reviews'],
  ['Fact sheet', 'Fact sheet'],
  ['People', 'Who is who'],
  ['At a glance', 'At a glance'],
] as const;

/** Reading and going about with script switched off. */
export function withoutScript(site: () => Site): void {
  describe('without script', () => {
    let context: BrowserContext;
    before(async () => {
      context = await site().signedIn(fresnoCoordinator, { javaScriptEnabled: false });
    });
    after(() => context.close());

    test('a person signs in by the printed link, works, signs out, and the link works only once', async () => {
      const fresh = await site().visitor({ javaScriptEnabled: false });
      const page = await fresh.newPage();
      const link = site().hub.linkOf('Sam Ortega-Lind');
      await page.goto(link);
      await page.getByRole('button', { name: 'Continue as Sam Ortega-Lind' }).click();
      await page.waitForURL(`**${home}`);
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL(`${site().address}/`);
      const again = await page.goto(home);
      assert.deepEqual([again?.status(), new URL(page.url()).pathname], [200, '/sign-in']);
      assert.equal((await page.goto(link))?.status(), 403);
      await fresh.close();
    });

    test(`the navigation leads to ${sections.length} pages, each marked as the current one`, async () => {
      const page = await context.newPage();
      await page.goto(home);
      for (const [name, current] of sections) {
        await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click();
        await page.locator('.site-nav [aria-current=page]').getByText(current, { exact: true }).waitFor();
        assert.equal(await page.locator('h1').count(), 1, name);
      }
      await page.close();
    });

    test('on a phone of 390 pixels the menu opens, leads to a page and closes', async () => {
      const page = await context.newPage();
      await page.setViewportSize({ width: 390, height: 844 });
      await page.goto(home);
      const people = page.getByRole('link', { name: 'People', exact: true });
      assert.equal(await people.isVisible(), false);
      await page.getByRole('button', { name: 'Menu' }).click();
      await people.waitFor();
      await page.getByRole('button', { name: 'Close' }).click();
      await people.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: 'Menu' }).click();
      await people.click();
      await page.waitForURL(`**${home}/people`);
      await page.close();
    });

    test('a group and a band are chosen on a measure, and the address says which', async () => {
      const page = await context.newPage();
      await page.goto(`${home}/measures/math_dfs`);
      await page.getByRole('combobox', { name: 'Students' }).selectOption({ label: 'English learners' });
      await page.getByRole('radio', { name: 'Long Beach' }).check();
      await page.getByRole('button', { name: 'Show' }).click();
      await page.waitForURL('**/measures/math_dfs?group=EL&band=2');
      await page.getByRole('heading', { name: 'English learners, by school year' }).waitFor();
      assert.equal(await page.getByRole('radio', { name: 'Long Beach' }).isChecked(), true);
      assert.equal(await page.getByRole('combobox', { name: 'Students' }).inputValue(), 'EL');
      await page.getByText('Show these figures as a table').first().click();
      await page.getByRole('columnheader', { name: 'Fresno', exact: true }).first().waitFor();
      await page.close();
    });

    test('a district of no partnership is found by name and opened', async () => {
      const page = await context.newPage();
      await page.goto(`${home}/districts`);
      await page.getByLabel('Name or county').fill('Sample');
      await page.getByRole('button', { name: 'Find' }).click();
      const found = page.locator('#others li a').first();
      const name = (await found.textContent()) ?? '';
      await found.click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
      await page.close();
    });

    test('a number leads to the page that explains it', async () => {
      const page = await context.newPage();
      await page.goto(home);
      await page.locator('.standing-value a').first().click();
      await page.waitForURL(`**${home}/figures/**`);
      await page.getByText('How this number is made').waitFor();
      await page.close();
    });
  });
}
