import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { canInstallDebianPackages, installDebianPackages } from './debianPackages.ts';

const howToHelp =
  'Chromium is needed for the browser tests and was not found: install it (Debian: apt-get install chromium), ' +
  'or set TANDEM_TEST_CHROMIUM to its program file.';

const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/**
 * The program file of Chromium: TANDEM_TEST_CHROMIUM, or the machine's own. Installs it on Debian as root; throws a
 * sentence that says what to do where it cannot.
 */
export async function findChromium(): Promise<string> {
  const named = process.env.TANDEM_TEST_CHROMIUM;
  if (named && !existsSync(named))
    throw new Error(`TANDEM_TEST_CHROMIUM names ${named}, which is not there.`);
  const found = named || installedChromium();
  if (found) return found;
  if (!canInstallDebianPackages()) throw new Error(howToHelp);
  try {
    await installDebianPackages(['chromium']);
  } catch (cause) {
    throw new Error(`${howToHelp} Installing it failed: ${String(cause)}`, { cause });
  }
  const installed = installedChromium();
  if (!installed) throw new Error(howToHelp);
  return installed;
}

/**
 * A headless Chromium with a profile of its own in a temporary folder, gone when the browser closes. It asks no
 * outside address by itself.
 */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: flags });
}

function installedChromium(): string | undefined {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = ['/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  return names
    .flatMap((name) => folders.map((folder) => join(folder, name)))
    .find((file) => existsSync(file));
}
