import { attributes } from './attributes.ts';
import { type Content, type Html, html } from './html.ts';

export type HeadingLevel = 2 | 3 | 4;

type Heading = {
  readonly text: Content;
  readonly level: HeadingLevel;
  readonly id?: string;
  readonly className?: string;
};

/** A heading of the given level: `h1` belongs to `pageHeading` alone. */
export function heading({ text, level, id, className }: Heading): Html {
  const more = attributes({ id, class: className });
  if (level === 2) return html`<h2${more}>${text}</h2>`;
  if (level === 3) return html`<h3${more}>${text}</h3>`;
  return html`<h4${more}>${text}</h4>`;
}
