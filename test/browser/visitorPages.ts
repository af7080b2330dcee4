import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { lookAtOpenPage, lookAtPage } from './lookAtPage.ts';
import { fresnoCoordinator, home, principal, type Site } from './site.ts';
import { openWatchedPage, type WatchedPage } from './watchedPage.ts';

const mailsAnHour = 5;

/** Pages for somebody who is not signed in, and pages that refuse. */
export function visitorPages(site: () => Site): void {
  describe('pages of a visitor, and refusals', () => {
    let visitor: BrowserContext;
    let watched: WatchedPage;
    before(async () => {
      visitor = await site().visitor();
      watched = await openWatchedPage(visitor);
    });
    after(() => visitor.close());

    test('the start, the sign-in and a link not used yet pass axe at 1280 and 390 pixels', async () => {
      const looked = [
        await lookAtPage(watched, '/'),
        await lookAtPage(watched, '/sign-in'),
        await lookAtPage(watched, site().hub.linkOf('Casey Brook')),
      ];
      assert.deepEqual(
        looked.map(({ headings }) => headings[0]?.text),
        ['School districts that learn from each other', 'Sign in', 'Continue as Casey Brook'],
      );
    });

    test('an address that is not there answers 404, a link that is not good 403, and both pass axe', async () => {
      const missing = await lookAtPage(watched, '/nowhere', { status: 404 });
      const bad = await lookAtPage(watched, '/sign-in/not-a-link', { status: 403 });
      assert.deepEqual(
        [missing, bad].map(({ headings }) => headings[0]?.text),
        ['Not found', 'This link does not sign in'],
      );
    });

    test('a page of the partnership sends a visitor to sign in, and says nothing of itself', async () => {
      const { path, headings } = await lookAtPage(watched, `${home}/people`);
      assert.deepEqual([path, headings.map(({ text }) => text)], ['/sign-in', ['Sign in']]);
    });

    test('a mail address that is none is said at its field, and the page passes axe', async () => {
      const { page } = watched;
      await page.goto('/sign-in');
      await page.getByLabel('Mail address').fill('nobody');
      await page.getByRole('button', { name: 'Mail me a link' }).click();
      await page.getByRole('alert').waitFor();
      assert.match((await page.locator('#email-error').textContent()) ?? '', /name@district\.org/);
      assert.equal(await page.getByLabel('Mail address').inputValue(), 'nobody');
      await lookAtOpenPage(watched, 'the sign-in form with an error');
    });

    test(`the ${mailsAnHour + 1}th link in an hour for one address is refused with 429, and the page passes axe`, async () => {
      const { page } = watched;
      const statuses: (number | undefined)[] = [];
      for (let i = 0; i <= mailsAnHour; i++) {
        await page.goto('/sign-in');
        await page.getByLabel('Mail address').fill('somebody@nowhere.example');
        const answered = page.waitForResponse((response) => response.request().method() === 'POST');
        await page.getByRole('button', { name: 'Mail me a link' }).click();
        statuses.push((await answered).status());
      }
      assert.deepEqual(statuses, [200, 200, 200, 200, 200, 429]);
      await page.getByRole('heading', { name: 'Please wait' }).waitFor();
      await lookAtOpenPage(watched, 'the page that says to wait');
    });

    test('what a principal may not do is refused with 403 and who may, and what is not there with 404', async () => {
      const context = await site().signedIn(principal);
      const principals = await openWatchedPage(context);
      const refused = await lookAtPage(principals, `${home}/benchmarks/new`, { status: 403 });
      assert.equal(refused.headings[0]?.text, 'Not in your role');
      assert.match(refused.words, /In this partnership this is done by: .*coordinator/);
      await principals.page.goto(`${home}/benchmarks`);
      assert.equal(await principals.page.getByRole('link', { name: 'New benchmark' }).count(), 0);
      await context.close();
      const coordinator = await site().signedIn(fresnoCoordinator);
      await lookAtPage(await openWatchedPage(coordinator), `${home}/districts/99999990000000`, {
        status: 404,
      });
      for (const path of [
        '/measures/luck',
        '/benchmarks/none',
        '/figures/1/2/3/4/5',
        '/nowhere',
        '/../another',
      ]) {
        assert.equal((await coordinator.request.get(home + path)).status(), 404, path);
      }
      await coordinator.close();
    });
  });
}
