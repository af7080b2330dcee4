import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { launchChromium } from '../chromium.ts';
import { type ServedHub, serveHub } from '../servedHub.ts';

/** A served hub with a browser in front of it. */
export type Site = {
  readonly hub: ServedHub;
  readonly address: string;
  /** A new browser window that knows nobody. */
  readonly visitor: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** A new browser window in which this person of the sample is signed in. */
  readonly signedIn: (name: string, options?: BrowserContextOptions) => Promise<BrowserContext>;
  readonly close: () => Promise<void>;
};

/** The partnership of the sample, and people of its two districts. */
export const home = '/partnerships/fresno-long-beach';
export const fresnoCoordinator = 'Jordan Vale';
export const longBeachCoordinator = 'Avery Stone';
export const principal = 'Drew Calloway';

/** Serves the sample partnership, made once, and opens Chromium. */
export async function openSite(): Promise<Site> {
  const hub = await serveHub({ sample: true });
  return siteOf(hub, await launchChromium(), hub.linkOf);
}

/** `linkOf` gives the address of a person's sign-in link, which is opened once. */
export function siteOf(hub: ServedHub, browser: Browser, linkOf: (name: string) => string): Site {
  const { address } = hub.started;
  const states = new Map<string, Promise<BrowserContextOptions['storageState']>>();
  const visitor: Site['visitor'] = (options) => browser.newContext({ baseURL: address, ...options });

  async function signIn(name: string): Promise<BrowserContextOptions['storageState']> {
    const context = await visitor();
    const page = await context.newPage();
    await page.goto(linkOf(name));
    await page.getByRole('button', { name: `Continue as ${name}` }).click();
    await page.waitForURL(`${address}/partnerships/**`);
    const state = await context.storageState();
    await context.close();
    return state;
  }

  return {
    hub,
    address,
    visitor,
    signedIn: async (name, options) => {
      const state = states.get(name) ?? signIn(name);
      states.set(name, state);
      return visitor({ storageState: await state, ...options });
    },
    close: async () => {
      await browser.close();
      await hub.close();
    },
  };
}
