import axe from 'axe-core';
import type { BrowserContext, Page } from 'playwright-core';

/** A browser tab that keeps what goes wrong in it. */
export type WatchedPage = {
  readonly page: Page;
  /**
   * What went wrong since it was last asked: errors and warnings of the console (a breach of the content security policy is
   * one), uncaught errors, and answers of 400 and more to anything but the page itself.
   */
  readonly takeTroubles: () => string[];
};

/** A stylesheet that was still under way when the next page was asked for. */
const leftBehind = 'net::ERR_ABORTED';

export async function openWatchedPage(context: BrowserContext): Promise<WatchedPage> {
  const page = await context.newPage();
  // There from the start, axe costs a third less than put in afterwards.
  await page.addInitScript({ content: axe.source });
  // A button that is halfway between two colours has neither's contrast.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const troubles: string[] = [];
  page.on('console', (message) => {
    const isOfThePage =
      message.location().url === page.url() && /Failed to load resource/.test(message.text());
    if (/error|warning/.test(message.type()) && !isOfThePage) troubles.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== leftBehind) troubles.push(`failed: ${request.url()} ${why}`);
  });
  page.on('response', (response) => {
    const isPage = response.request().isNavigationRequest();
    if (response.status() >= 400 && !isPage) troubles.push(`${response.status()} from ${response.url()}`);
  });
  return { page, takeTroubles: () => troubles.splice(0) };
}
