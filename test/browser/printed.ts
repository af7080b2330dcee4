import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext } from 'playwright-core';
import { axeFindings } from './axeFindings.ts';
import { fresnoCoordinator, home, type Site } from './site.ts';

/** The parts of the partnership's own fact sheet of 2009. */
const sheetParts = [
  'Learning partnership forged',
  'Leveraging resources to improve student achievement',
  'Preparing students for success through focused work',
  'Leading district reform efforts',
  'At a glance',
  'The partnership',
  'The significance',
  'For more information',
];

/** What comes out of the printer. */
export function printed(site: () => Site): void {
  describe('print', () => {
    let context: BrowserContext;
    before(async () => {
      context = await site().signedIn(fresnoCoordinator);
    });
    after(() => context.close());

    test(`the fact sheet is at most 2 letter pages and holds its ${sheetParts.length} parts`, async () => {
      const page = await context.newPage();
      await page.goto(`${home}/fact-sheet`);
      const pdf = await page.pdf({ format: 'Letter', preferCSSPageSize: true, outline: true, tagged: true });
      const pages = pdfPages(pdf);
      assert.ok(pages === 1 || pages === 2, `${pages} pages`);
      assert.deepEqual(pdfSize(pdf), [612, 792]);
      const titles = outlineTitles(pdf);
      assert.deepEqual(
        sheetParts.filter((part) => !titles.includes(part)),
        [],
        `the outline of the PDF has ${titles.join(', ')}`,
      );
      await page.close();
    });

    test('in print the fact sheet passes axe, and nothing to press or to navigate by is left of any page', async () => {
      const page = await context.newPage();
      await page.setViewportSize({ width: 816, height: 1056 });
      await page.emulateMedia({ media: 'print' });
      for (const path of ['/fact-sheet', '', '/measures/math_dfs', '/benchmarks']) {
        await page.goto(home + path);
        if (path === '/fact-sheet') assert.deepEqual(await axeFindings(page), []);
        assert.equal(
          await page.locator('button:visible, input:visible, nav:visible, .skip:visible').count(),
          0,
          path,
        );
        const width = await page.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
        assert.equal(width, 0, `${path} is wider than the paper`);
      }
      await page.close();
    });
  });
}

function pdfPages(pdf: Buffer): number {
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The width and height of the first page in points. */
function pdfSize(pdf: Buffer): number[] {
  const box = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf.toString('latin1'));
  return [Number(box?.[1]), Number(box?.[2])].map(Math.round);
}

/** The headings of a PDF, which its outline names in plain or in UTF-16 text. */
function outlineTitles(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const plain = [...text.matchAll(/\/Title\s*\(((?:[^()\\]|\\.)*)\)/g)].map(([, title]) => title ?? '');
  const wide = [...text.matchAll(/\/Title\s*<([0-9A-Fa-f]+)>/g)].map(([, hex]) =>
    Buffer.from(hex ?? '', 'hex')
      .subarray(2)
      .swap16()
      .toString('utf16le'),
  );
  return [...plain, ...wide];
}
