import { type Html, html } from './html.ts';

type AttributeValue = string | number | boolean | null | undefined;

/**
 * Attributes to stand inside a tag, each with a space before it: `<a${attributes({ href })}>`. `true` gives the bare
 * name; `false`, `null` and `undefined` leave the attribute out. Names come from code, never from data.
 */
export function attributes(values: Readonly<Record<string, AttributeValue>>): Html {
  return html`${Object.entries(values).map(([name, value]) => {
    if (value === false || value === null || value === undefined) return '';
    return value === true ? html` ${name}` : html` ${name}="${value}"`;
  })}`;
}
