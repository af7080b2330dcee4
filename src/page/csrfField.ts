import { type Html, html } from './html.ts';

/** The name under which a form sends its token. */
export const csrfFieldName = 'csrf';

/** The hidden field that proves a form came from a page of ours. */
export function csrfField(token: string): Html {
  return html`<input type="hidden" name="${csrfFieldName}" value="${token}">`;
}
