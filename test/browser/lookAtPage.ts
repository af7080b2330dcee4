import assert from 'node:assert/strict';
import { axeFindings } from './axeFindings.ts';
import { headingTroubles, type PageFacts, readPageFacts, sideways, unfold } from './pageFacts.ts';
import type { WatchedPage } from './watchedPage.ts';

/** Wide, a phone, and the narrowest that must do. */
const widths = [1280, 390, 320];

type Looking = {
  readonly status?: number;
  /** The widths at which axe looks too, the first with all of its rules; it takes most of the time. */
  readonly axeAt?: readonly number[];
};

export type Looked = PageFacts & { readonly path: string };

/** Goes to a page and holds it to what every page must keep. */
export async function lookAtPage(
  watched: WatchedPage,
  path: string,
  { status = 200, axeAt }: Looking = {},
): Promise<Looked> {
  const answer = await watched.page.goto(path);
  assert.equal(answer?.status(), status, path);
  return lookAtOpenPage(watched, path, { axeAt });
}

/** The same for a page that stands open already, such as the answer to a form. Its folded parts are opened. */
export async function lookAtOpenPage(
  { page, takeTroubles }: WatchedPage,
  what: string,
  { axeAt = [1280, 390] }: Looking = {},
): Promise<Looked> {
  const facts = await readPageFacts(page);
  const isSpanish = /\/public\/.*(\/es$|[?&]language=es)/.test(page.url());
  assert.equal(facts.language, isSpanish ? 'es' : 'en', what);
  assert.deepEqual(headingTroubles(facts.headings), [], what);
  assert.deepEqual(facts.idsTwice, [], `${what}: ids that stand twice`);
  await unfold(page);
  // From the width at which the page before it was left.
  const order = page.viewportSize()?.width === widths.at(-1) ? widths.toReversed() : widths;
  for (const width of order) {
    await page.setViewportSize({ width, height: 900 });
    assert.equal(await sideways(page), null, `${what} at ${width} pixels`);
    const looking = width === axeAt[0] ? 'all' : 'layout';
    if (axeAt.includes(width)) assertNone(await axeFindings(page, looking), `${what} at ${width} pixels`);
  }
  assert.deepEqual(takeTroubles(), [], what);
  return { ...facts, path: new URL(page.url()).pathname };
}

function assertNone(findings: readonly string[], what: string): void {
  assert.ok(findings.length === 0, `axe on ${what}:\n${findings.join('\n')}`);
}
