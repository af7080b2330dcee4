import { type HeadingLevel, heading } from './heading.ts';
import { type Content, type Html, html } from './html.ts';

export type EmptyState = {
  readonly title: string;
  /** What to do next, in a sentence. */
  readonly body: Content;
  readonly action?: Content;
  readonly level?: HeadingLevel;
};

/** Stands where nothing is yet and says what to do next. */
export function emptyState({ title, body, action, level = 3 }: EmptyState): Html {
  return html`<div class="empty-state">${heading({ text: title, level })}<p>${body}</p>${
    action ? html`<div class="actions">${action}</div>` : ''
  }</div>`;
}
