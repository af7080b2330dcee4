import { assetPath } from './assetPath.ts';
import { attributes } from './attributes.ts';
import { type Content, type Html, html } from './html.ts';
import type { Language } from '../vocabulary/language.ts';
import { logo } from './logo.ts';
import { pageWords } from './pageWords.ts';
import { safeHref } from './safeHref.ts';
import { type NavigationItem, type Person, siteMenu } from './siteMenu.ts';

export type Shell = {
  readonly title: string;
  readonly description?: string;
  readonly language?: Language;
  readonly product?: string;
  readonly homeHref?: string;
  readonly partnership?: { readonly name: string; readonly href: string };
  readonly navigation?: readonly NavigationItem[];
  readonly person?: Person;
  /** A notice on every page, such as that of the sample state. */
  readonly banner?: Content;
  /** Starts with a `pageHeading`, which holds the only `h1`. */
  readonly body: Content;
  /** A line on sources for the footer; left out, a general one stands there. */
  readonly sources?: Content;
  readonly print?: 'portrait' | 'landscape';
  /** For pages of wide tables and matrices. */
  readonly wide?: boolean;
  /** Modules of `public` besides the one of every page. */
  readonly scripts?: readonly string[];
  /** Without script the page asks for itself again after so many seconds; a module may read it from the content. */
  readonly refreshSeconds?: number;
};

/** The stylesheet, in the order in which its files build on each other. */
const styleSheets = [
  'tandem',
  'shell',
  'layout',
  'parts',
  'tables',
  'forms',
  'charts',
  'factsheet',
  'pages',
  'matching',
  'claims',
  'print',
];

/** A whole HTML document around the body of a page. */
export function shell(page: Shell): Html {
  const { language = 'en', product = 'Tandem', partnership, navigation = [], person, banner } = page;
  const words = pageWords(language);
  const title = [page.title, partnership?.name, product].filter(Boolean).join(' · ');
  const classes = [`print-${page.print ?? 'portrait'}`, page.wide ? 'wide' : ''].filter(Boolean).join(' ');
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
${page.description ? html`<meta name="description" content="${page.description}">` : ''}
<meta name="color-scheme" content="light">
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
<link rel="preload" href="${assetPath('fonts/public-sans-latin-wght-normal.woff2')}" as="font" type="font/woff2" crossorigin>
${styleSheets.map((name) => html`<link rel="stylesheet" href="${assetPath(`${name}.css`)}">`)}
<script type="module" src="${assetPath('explain.js')}"></script>
${(page.scripts ?? []).map((name) => html`<script type="module" src="${assetPath(name)}"></script>`)}
${page.refreshSeconds ? html`<noscript><meta http-equiv="refresh" content="${page.refreshSeconds}"></noscript>` : ''}
</head>
<body class="${classes}">
<a class="skip" href="#content">${words.skip}</a>
<header class="site"><div class="site-bar wrap">
<a class="brand"${attributes({ href: safeHref(page.homeHref ?? '/') })}>${logo()}<span>${product}</span></a>
${partnership ? html`<a class="site-partnership" href="${safeHref(partnership.href)}">${partnership.name}</a>` : ''}
${navigation.length > 0 || person ? siteMenu({ navigation, person, words }) : ''}
</div></header>
${banner ? html`<aside class="banner" aria-label="${words.notice}"><div class="wrap">${banner}</div></aside>` : ''}
<main id="content" class="wrap" tabindex="-1"${attributes({ 'data-refresh': page.refreshSeconds })}>
${page.body}
</main>
<footer class="site-foot"><div class="wrap"><p>${page.sources ?? words.sources}</p><p class="site-foot-mark">${logo()} ${product}</p></div></footer>
</body>
</html>`;
}
