import { html as honoHtml } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/** Finished markup: safe to put into a page as it is. Only `html` makes it. */
export type Html = HtmlEscapedString;

/** What a slot of a page takes. Text and numbers are escaped; nothing is made of `null`, `undefined` and booleans. */
export type Content = Html | string | number | boolean | null | undefined | readonly Content[];

/**
 * Markup from a template; every value that is not itself `Html` is escaped. Attribute values must stand in double
 * quotes. Unlike Hono's own tag it is always synchronous: a page awaits its data first.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  const made = honoHtml(strings, ...values);
  if (made instanceof Promise) throw new TypeError('a promise was put into markup: await it first');
  return made;
}
