import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { lookAtOpenPage, lookAtPage } from './lookAtPage.ts';
import { fresnoCoordinator, home, type Site } from './site.ts';
import { openWatchedPage, type WatchedPage } from './watchedPage.ts';

/** What stands on the screen after a form was refused. */
export function refusedForms(site: () => Site): void {
  describe('forms with errors, and what is not one’s own', () => {
    let context: BrowserContext;
    let watched: WatchedPage;
    before(async () => {
      context = await site().signedIn(fresnoCoordinator);
      watched = await openWatchedPage(context);
    });
    after(() => context.close());

    test('a benchmark form with 5 errors passes axe at 1280 and 390 pixels', async () => {
      const { page } = watched;
      await page.goto(`${home}/benchmarks/new?measure=suspension&group=AS`);
      await page.getByRole('button', { name: 'Make the benchmark' }).click();
      await page.getByRole('alert').waitFor();
      assert.equal(await page.locator('.field-error').count(), 5);
      await lookAtOpenPage(watched, 'the benchmark form with errors');
    });

    test('forms of needs, asks, answers and capacity with errors pass axe at 1280 and 390 pixels', async () => {
      const { page } = watched;
      const forms = [
        ['/matching/needs/new?cds=10621660000000&measure=math_dfs&group=EL', 'Confirm the need'],
        ['/matching/notes/new?cds=10621660000000&measure=math_dfs&group=EL', 'Keep the note'],
      ];
      await page.goto(`${home}/matching/capacity`);
      const offer = await page
        .getByRole('link', { name: /^Change/ })
        .first()
        .getAttribute('href');
      await page.goto(`${home}/matching/needs`);
      const need = await page.locator('.table th a').first().getAttribute('href');
      forms.push(
        [`${need}/change`.replace(home, ''), 'Change the need'],
        [`${need}/change`.replace(home, ''), 'Close the need'],
      );
      for (const [path = '', button = ''] of forms) {
        await page.goto(home + path);
        await page.getByRole('button', { name: button }).click();
        await page.getByRole('alert').waitFor();
        await lookAtOpenPage(watched, `${button}, with errors`);
      }
      await page.goto(offer ?? '');
      await page
        .getByLabel('The person to ask')
        .selectOption({ label: 'Somebody else of the district, named below' });
      await page.getByRole('button', { name: 'Change the offer' }).click();
      await page.getByRole('alert').waitFor();
      assert.equal(await page.locator('.field-error').count(), 2);
      await lookAtOpenPage(watched, 'an offer with errors');
    });

    test('targets without their reason, and the partner’s targets, pass axe', async () => {
      const { page } = watched;
      await page.goto(`${home}/benchmarks`);
      await page.locator('.card-title a').first().click();
      await page.getByRole('link', { name: 'Change Fresno’s targets' }).click();
      await page.getByRole('button', { name: 'Change the targets' }).click();
      await page.getByRole('alert').waitFor();
      await lookAtOpenPage(watched, 'the targets without their reason');
      const partners = page.url().replace('10621660000000', '19647250000000');
      await lookAtPage(watched, partners, { status: 403 });
    });
  });
}
