import { attributes } from './attributes.ts';
import { type HeadingLevel, heading } from './heading.ts';
import { type Content, type Html, html } from './html.ts';
import { type IconName, icon } from './icon.ts';

export type CalloutKind = 'info' | 'done' | 'warning' | 'refusal';

export type Callout = {
  readonly kind: CalloutKind;
  readonly title: string;
  readonly body?: Content;
  readonly level?: HeadingLevel;
  readonly id?: string;
};

const icons: Readonly<Record<CalloutKind, IconName>> = {
  info: 'info',
  done: 'tick',
  warning: 'warning',
  refusal: 'stop',
};

/** Something to know before going on. A refusal gives its reason in one sentence and says what can be done instead. */
export function callout({ kind, title, body, level, id }: Callout): Html {
  const text = level
    ? heading({ text: title, level, className: 'callout-title' })
    : html`<p class="callout-title">${title}</p>`;
  return html`<div class="${`callout callout-${kind}`}"${attributes({ id })}>${icon(icons[kind])}<div>${text}${
    body ? html`<div class="callout-body">${body}</div>` : ''
  }</div></div>`;
}
