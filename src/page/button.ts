import { attributes } from './attributes.ts';
import { type Html, html } from './html.ts';
import { safeHref } from './safeHref.ts';

export type ButtonTone = 'main' | 'second' | 'quiet' | 'danger';

type Button = {
  readonly label: string;
  readonly tone?: ButtonTone;
  /** Sent with the form when several buttons close it. */
  readonly name?: string;
  readonly value?: string;
};

/** A button that sends its form. One `main` a page. */
export function button({ label, tone = 'main', name, value }: Button): Html {
  return html`<button class="${`button button-${tone}`}" type="submit"${attributes({ name, value })}>${label}</button>`;
}

type LinkButton = { readonly label: string; readonly href: string; readonly tone?: ButtonTone };

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function linkButton({ label, href, tone = 'second' }: LinkButton): Html {
  return html`<a class="${`button button-${tone}`}" href="${safeHref(href)}">${label}</a>`;
}
