import axe from 'axe-core';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

type Result = {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
  readonly passes: number;
};

/** The rules whose answer depends on how the page is laid out, and not on its HTML alone. */
const ofLayout = [
  'color-contrast',
  'target-size',
  'scrollable-region-focusable',
  'link-in-text-block',
  'region',
];

/**
 * What axe finds on a page as it stands, a line for each element; `layout` for a page whose HTML it has seen at another width. It is put in by the browser's own debugger, which the
 * page's content security policy does not bind, so that the policy stays as it is.
 */
export async function axeFindings(page: Page, looking: 'all' | 'layout' = 'all'): Promise<string[]> {
  const isThere = await page.evaluate('typeof axe === "object"');
  if (!isThere) await page.evaluate(`${axe.source}; undefined`);
  const runOnly = looking === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: ofLayout };
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] });
  const run = `axe.run(document, ${options}).then(({ violations, passes }) => ({ violations, passes: passes.length }))`;
  const { violations, passes } = (await page.evaluate(run)) as Result;
  if (passes < (looking === 'all' ? 10 : 1))
    throw new Error(`axe looked at next to nothing: ${passes} rules passed`);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.html}\n  ${node.failureSummary.replaceAll('\n', '\n  ')}`),
  );
}
