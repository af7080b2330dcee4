import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findChromium, launchChromium } from './chromium.ts';

test('Chromium starts, lays out a page 320 pixels wide and ends', async () => {
  const browser = await launchChromium();
  const page = await browser.newPage({ viewport: { width: 320, height: 480 } });
  await page.setContent('<main style="width: 50%">half</main>');
  const box = await page.locator('main').boundingBox();
  await browser.close();
  assert.equal(box?.width, 152);
});

test('a named Chromium that is not there is a sentence', async () => {
  process.env.TANDEM_TEST_CHROMIUM = '/nowhere/chromium';
  await assert.rejects(findChromium(), /names \/nowhere\/chromium, which is not there/);
});
