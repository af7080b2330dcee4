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

/**
 * What axe finds on a page as it stands, a line for each element. It is put in by the browser's own debugger, which the
 * page's content security policy does not bind, so that the policy stays as it is.
 */
export async function axeFindings(page: Page): Promise<string[]> {
  const isThere = await page.evaluate('typeof axe === "object"');
  if (!isThere) await page.evaluate(`${axe.source}; undefined`);
  const options = JSON.stringify({ runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
  const run = `axe.run(document, ${options}).then(({ violations, passes }) => ({ violations, passes: passes.length }))`;
  const { violations, passes } = (await page.evaluate(run)) as Result;
  if (passes < 10) throw new Error(`axe looked at next to nothing: ${passes} rules passed`);
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id} (${help}): ${node.html}\n  ${node.failureSummary.replaceAll('\n', '\n  ')}`),
  );
}
