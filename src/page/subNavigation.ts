import { attributes } from './attributes.ts';
import { type Html, html } from './html.ts';
import { safeHref } from './safeHref.ts';
import type { NavigationItem } from './siteMenu.ts';

/** The parts of one place, such as the focus areas of the benchmarks. `label` names the list for those who hear it. */
export function subNavigation(label: string, items: readonly NavigationItem[]): Html {
  return html`<nav class="sub-navigation" aria-label="${label}"><ul class="pills">${items.map(
    (item) =>
      html`<li><a href="${safeHref(item.href)}"${attributes({ 'aria-current': item.current ? 'page' : undefined })}>${item.label}</a></li>`,
  )}</ul></nav>`;
}
