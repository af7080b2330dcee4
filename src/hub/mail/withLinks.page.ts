import { type Content, html } from '../../page/html.ts';

/** A mail's plain text with its web addresses as links. */
export function withLinks(text: string): Content {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, i) => (i % 2 === 1 ? html`<a href="${part}">${part}</a>` : part));
}
