import { type Content, type Html, html } from './html.ts';

/** `two`, `three`, `four`: equal; `main-side`: a wide one and a narrow one. All become one column on a phone. */
export type ColumnKind = 'two' | 'three' | 'four' | 'main-side';

/** Sets things side by side while there is room. */
export function columns(kind: ColumnKind, items: readonly Content[]): Html {
  return html`<div class="${`columns columns-${kind}`}">${items.map((item) => html`<div>${item}</div>`)}</div>`;
}
