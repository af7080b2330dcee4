import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { mock } from 'node:test';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { runTandem } from '../../src/main.ts';
import { launchChromium } from '../chromium.ts';
import { type MailSink, openMailSink } from '../mailSink.ts';
import { type ServedHub, serveHub } from '../servedHub.ts';

/** The people of the walk by what they are called there. */
export const people = {
  fresnoSponsor: { name: 'Robin Alder', role: 'sponsor', district: 'fresno' },
  fresnoCoordinator: { name: 'Jordan Vale', role: 'coordinator', district: 'fresno' },
  fresnoFinance: { name: 'Jamie Dale', role: 'finance', district: 'fresno' },
  fresnoLead: { name: 'Taylor Fenn', role: 'focus-area-lead', district: 'fresno' },
  longBeachSponsor: { name: 'Casey Brook', role: 'sponsor', district: 'longBeach' },
  longBeachCoordinator: { name: 'Avery Stone', role: 'coordinator', district: 'longBeach' },
  longBeachLead: { name: 'Morgan Reyes-Hill', role: 'focus-area-lead', district: 'longBeach' },
} as const;
export type Who = keyof typeof people;

export const districts = {
  fresno: { cds: '10621660000000', name: 'Fresno Unified' },
  longBeach: { cds: '19647250000000', name: 'Long Beach Unified' },
} as const;
export type DistrictOfWalk = keyof typeof districts;

/** The mail address of somebody of the walk. */
export function emailOf(who: Who): string {
  const { name, district } = people[who];
  return `${name.toLowerCase().replace(' ', '.')}@${district.toLowerCase()}.example`;
}

export const home = '/partnerships/fresno-long-beach';

export type Walk = {
  /** A path in the folder of the walk, which goes when it ends. */
  readonly inFolder: (name: string) => string;
  /** Runs a command, which must end with 0; what it printed. */
  readonly tandem: (...args: string[]) => Promise<string>;
  /** Serves the store; the commands before it worked on the same folder. `links` are the printed sign-in links. */
  readonly open: (links: readonly { readonly name: string; readonly address: string }[]) => Promise<void>;
  /** The tab of a person, signed in by the printed link the first time. */
  readonly as: (who: Who) => Promise<Page>;
  /** Somebody who knows nothing but an address. */
  readonly visitor: () => Promise<Page>;
  /** Goes to a page of the partnership, which must answer 200. */
  readonly go: (page: Page, path: string) => Promise<void>;
  /** A picture of the page for the README, where TANDEM_PICTURES names a folder. */
  readonly picture: (page: Page, name: string) => Promise<void>;
  readonly hub: () => ServedHub;
  readonly mail: () => MailSink;
  /** Lets days pass for the hub: everybody is signed out, and signs in again by a mailed link. */
  readonly wait: (days: number) => void;
  readonly close: () => Promise<void>;
};

export function beginWalk(): Walk {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-walk-'));
  const inFolder = (name: string) => join(folder, name);
  const pictures = process.env.TANDEM_PICTURES;
  const tabs = new Map<Who, Page>();
  let browser: Browser | undefined;
  let hub: ServedHub | undefined;
  let sink: MailSink | undefined;
  let isFirstDay = true;
  let linkOf = (name: string): string => assert.fail(`nobody printed a link for ${name}`);

  const served = (): ServedHub => hub ?? assert.fail('the hub is not served yet');
  const mail = (): MailSink => sink ?? assert.fail('the hub is not served yet');
  const mailedLink = async (page: Page, email: string): Promise<string> => {
    await page.goto('/sign-in');
    await page.getByLabel('Mail address').fill(email);
    await page.getByRole('button', { name: 'Mail me a link' }).click();
    const [, path = ''] = await mail().wait(email, /(\/sign-in\/[\w-]{43})/);
    return path;
  };
  const context = async (): Promise<BrowserContext> => {
    browser ??= await launchChromium();
    return browser.newContext({
      baseURL: served().started.address,
      viewport: { width: 1280, height: 900 },
      javaScriptEnabled: false,
    });
  };
  return {
    inFolder,
    tandem: async (...args) => {
      let [out, err] = ['', ''];
      const io = {
        stdout: { write: (text: string) => (out += text) },
        stderr: { write: (text: string) => (err += text) },
      };
      const exit = await runTandem(args, io);
      assert.equal(
        exit,
        0,
        `tandem ${args.slice(0, 3).join(' ')} ended with ${exit}: ${out}${err}`.slice(0, 2000),
      );
      return out;
    },
    open: async (links) => {
      sink = await openMailSink();
      const environment = { TANDEM_SMTP_URL: sink.url, TANDEM_MAIL_FROM: 'tandem@partnership.example' };
      hub = await serveHub({ folder: inFolder('store'), sample: false, environment });
      linkOf = (name) => {
        const link = links.find((one) => one.name === name) ?? assert.fail(`no link for ${name}`);
        return new URL(link.address).pathname;
      };
    },
    as: async (who) => {
      const there = tabs.get(who);
      if (there) return there;
      const page = await (await context()).newPage();
      const { name } = people[who];
      await page.goto(isFirstDay ? linkOf(name) : await mailedLink(page, emailOf(who)));
      await page.getByRole('button', { name: `Continue as ${name}` }).click();
      await page.waitForURL(`**${home}`);
      tabs.set(who, page);
      return page;
    },
    visitor: async () => (await context()).newPage(),
    go: async (page, path) => {
      const answer = await page.goto(home + path);
      assert.equal(answer?.status(), 200, path);
    },
    picture: async (page, name) => {
      if (!pictures) return;
      mkdirSync(pictures, { recursive: true });
      writeFileSync(join(pictures, `${name}.png`), await page.screenshot({ fullPage: false }));
    },
    hub: served,
    mail,
    wait: (days) => {
      mock.timers.reset();
      mock.timers.enable({ apis: ['Date'], now: Date.now() + days * 86_400_000 });
      isFirstDay = false;
      tabs.clear();
    },
    close: async () => {
      mock.timers.reset();
      await browser?.close();
      await hub?.close();
      await sink?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Presses a button of the page and waits for the answer, which must not be a refusal. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const [answer] = await Promise.all([
    page.waitForResponse((one) => one.request().isNavigationRequest() && one.request().method() === 'POST'),
    page.getByRole('button', { name }).first().click(),
  ]);
  await page.waitForLoadState();
  const errors = answer.status() < 400 ? [] : await page.getByRole('alert').allInnerTexts();
  assert.ok(
    answer.status() < 400,
    `“${name}” on ${page.url()} answered ${answer.status()}: ${errors.join(' ')}`,
  );
}

/** Fills the fields of the page's form by their names: writes into texts, checks boxes and radios, chooses options by value or words. */
export async function fillIn(page: Page, fields: Readonly<Record<string, string | RegExp>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`main [name="${name}"]`);
    const kind = await field
      .first()
      .evaluate((one) => {
        const tag = one.tagName.toLowerCase();
        return tag === 'input' ? one.getAttribute('type') : tag;
      })
      .catch(() => assert.fail(`${page.url()} has no field ${name}`));
    if (kind === 'radio' || kind === 'checkbox')
      await page.locator(`main [name="${name}"][value="${String(value)}"]`).check();
    else if (kind === 'select') {
      const options = await field.locator('option').all();
      for (const option of options) {
        const [id, words] = [await option.getAttribute('value'), (await option.textContent()) ?? ''];
        if (id !== value && (typeof value === 'string' ? !words.includes(value) : !value.test(words)))
          continue;
        await field.selectOption(id);
        break;
      }
      assert.notEqual(await field.inputValue(), '', `${name} has no choice ${String(value)}`);
    } else await field.first().fill(String(value));
  }
}
