import { attributes } from './attributes.ts';
import { csrfField } from './csrfField.ts';
import { type Html, html } from './html.ts';
import type { PageWords } from './pageWords.ts';
import { safeHref } from './safeHref.ts';

export type NavigationItem = {
  readonly label: string;
  readonly href: string;
  readonly current?: boolean;
  /** The pages of a place that has several; its own `href` is that of the first. */
  readonly items?: readonly NavigationItem[];
};

export type Person = {
  readonly name: string;
  readonly role: string;
  /** The person's own page. */
  readonly href?: string;
  readonly signOutAction: string;
  readonly csrfToken: string;
};

type SiteMenu = {
  readonly navigation: readonly NavigationItem[];
  readonly person?: Person | undefined;
  readonly words: PageWords;
};

function signedIn(person: Person, words: PageWords): Html {
  const name = html`<span class="site-person-name">${person.name}</span> <span class="site-person-role">${person.role}</span>`;
  return html`<div class="site-person"><p>${
    person.href ? html`<a href="${safeHref(person.href)}">${name}</a>` : name
  }</p><form method="post" action="${safeHref(person.signOutAction)}">${csrfField(person.csrfToken)}<button class="button button-quiet" type="submit">${words.signOut}</button></form></div>`;
}

function itemOf({ label, href, current, items = [] }: NavigationItem): Html {
  const holds = items.some((one) => one.current);
  return html`<li${attributes({ class: holds ? 'site-place' : undefined })}><a href="${safeHref(href)}"${attributes(
    {
      'aria-current': current ? 'page' : holds ? 'true' : undefined,
    },
  )}>${label}</a>${items.length > 0 ? html`<ul>${items.map(itemOf)}</ul>` : ''}</li>`;
}

/**
 * The places to go and the person who is signed in: a row of tabs on a wide screen, with a second row for the place that
 * has several pages; behind one button on a phone, everything in one list. The button opens a popover, so no script is
 * needed; a browser without popovers shows everything.
 */
export function siteMenu({ navigation, person, words }: SiteMenu): Html {
  return html`<button class="menu-button" type="button" popovertarget="site-menu">${words.menu}</button>
<div class="site-menu" id="site-menu" popover>
<button class="menu-close" type="button" popovertarget="site-menu" popovertargetaction="hide">${words.close}</button>
${
  navigation.length > 0
    ? html`<nav class="site-nav" aria-label="${words.mainNavigation}"><ul>${navigation.map(itemOf)}</ul></nav>`
    : ''
}
${person ? signedIn(person, words) : ''}
</div>`;
}
