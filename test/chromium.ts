import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { canInstallDebianPackages, installDebianPackages } from './debianPackages.ts';

const howToHelp =
  'Chromium is needed for the browser tests and was not found: install it (Debian: apt-get install chromium-headless-shell), ' +
  'or set TANDEM_TEST_CHROMIUM to its program file.';

const shells = ['chromium-headless-shell', 'chrome-headless-shell'];
const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  // Else the shell fits glyphs to whole pixels, and a line is wider than anybody sees it.
  '--font-render-hinting=none',
];

/**
 * The program file of Chromium: TANDEM_TEST_CHROMIUM, or the machine's own, its headless shell before the whole
 * browser: the same engine without windows, which takes half the time. Installs the shell on Debian as root; throws
 * a sentence that says what to do where there is neither and it cannot.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.TANDEM_TEST_CHROMIUM;
  if (named && !existsSync(named))
    throw new Error(`TANDEM_TEST_CHROMIUM names ${named}, which is not there.`);
  const found = named || installed(shells);
  if (found) return found;
  const whole = installed(browsers);
  if (!canInstallDebianPackages()) {
    if (whole) return whole;
    throw new Error(howToHelp);
  }
  try {
    await installDebianPackages(['chromium-headless-shell']);
  } catch (cause) {
    if (whole) return whole;
    throw new Error(`${howToHelp} Installing it failed: ${String(cause)}`, { cause });
  }
  return installed(shells) ?? whole ?? Promise.reject(new Error(howToHelp));
}

/**
 * A headless Chromium with a profile of its own in a temporary folder, gone when the browser closes. It asks no
 * outside address by itself.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: flags });
}

function installed(names: readonly string[]): string | undefined {
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}
