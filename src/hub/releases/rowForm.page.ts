import { button } from '../../page/button.ts';
import { csrfField } from '../../page/csrfField.ts';
import { type Content, html } from '../../page/html.ts';
import type { MemberAsk } from '../web/route.ts';

/** A form of one button in a row; its name says of whom. */
export function rowForm(ask: MemberAsk, action: string, label: string, whom: string): Content {
  return html`<form method="post" action="${action}">${csrfField(ask.person.csrfToken)}${button({ label: `${label} ${whom}`, tone: 'quiet' })}</form>`;
}
