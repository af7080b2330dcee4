import type { Locator, Page } from 'playwright-core';

export type Heading = { readonly level: number; readonly text: string };

/** What a page is made of, for rules that hold on every page. */
export type PageFacts = {
  readonly title: string;
  readonly language: string;
  readonly headings: readonly Heading[];
  readonly idsTwice: readonly string[];
  /** The text of its content, one space between words. */
  readonly words: string;
};

export function readPageFacts(page: Page): Promise<PageFacts> {
  return readRoot(page, (root) => {
    const all = (selector: string) => [...root.querySelectorAll(selector)];
    const ids: string[] = all('[id]').map((element) => element.id);
    return {
      title: root.ownerDocument.title,
      language: root.lang,
      headings: all('h1, h2, h3, h4, h5, h6').map((element) => ({
        level: Number(element.tagName[1]),
        text: element.textContent.trim(),
      })),
      idsTwice: ids.filter((id, i) => ids.indexOf(id) !== i),
      words: root.querySelector('main').textContent.replaceAll(/\s+/g, ' '),
    };
  });
}

/** What is wrong with the order of headings: one `h1`, first, and no level left out on the way down. */
export function headingTroubles(headings: readonly Heading[]): string[] {
  const first = headings[0];
  const tops = headings.filter(({ level }) => level === 1);
  const troubles =
    first?.level === 1 && tops.length === 1 ? [] : [`${tops.length} h1, the first heading is ${first?.text}`];
  for (const [i, { level, text }] of headings.entries()) {
    const before = headings[i - 1];
    if (before && level > before.level + 1)
      troubles.push(`h${level} “${text}” follows h${before.level} “${before.text}”`);
    if (text === '') troubles.push(`an empty h${level}`);
  }
  return troubles;
}

/** How many pixels a page is wider than the window, with what sticks out; null when it fits. */
export function sideways(page: Page): Promise<string | null> {
  return readRoot(page, (root) => {
    if (root.scrollWidth <= root.clientWidth) return null;
    const out = [...root.querySelectorAll('body *')].filter(
      (element) =>
        element.getBoundingClientRect().right > root.clientWidth + 0.5 && !element.closest('.scroll'),
    );
    const names = out.slice(0, 5).map((element) => element.outerHTML.slice(0, 120));
    return `${root.scrollWidth - root.clientWidth} pixels wider than ${root.clientWidth}: ${names.join('\n')}`;
  });
}

/** Opens what is folded on a page. */
export function unfold(page: Page): Promise<void> {
  return readRoot(page, (root) => {
    for (const one of root.querySelectorAll('details')) one.open = true;
  });
}

type Root = Parameters<Exclude<Parameters<Locator['evaluate']>[0], string>>[0];

/** Reads a page by its root element. A locator would bring Playwright's own script in first, which takes longer than the reading. */
function readRoot<T>(page: Page, read: (root: Root) => T): Promise<T> {
  return page.evaluate<T>(`(${read.toString()})(document.documentElement)`);
}
