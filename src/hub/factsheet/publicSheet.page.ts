import { linkButton } from '../../page/button.ts';
import { callout } from '../../page/callout.ts';
import { details } from '../../page/details.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Language } from '../../vocabulary/language.ts';
import { asVisitor } from '../store/view.ts';
import type { Route, VisitorAsk } from '../web/route.ts';
import { factSheetOf } from './factSheetOf.ts';
import { type PublicSheet, selectOptionalPublicFile, selectPublicSheets } from './publishedSheets.store.ts';
import { csvName, jsonName, pdfName, sheetDownload, sheetFileNames } from './sheetFiles.page.ts';
import { licence, type SheetFile } from './sheetFile.ts';
import { wordsOf } from './sheetSay.ts';
import { sheetView } from './sheetView.page.ts';

const path = '/public/:partnership/fact-sheet';

/** The fact sheets that a partnership published, for anybody, without signing in. */
export const publicSheetPages: Route[] = [
  { method: 'get', path, access: 'anyone', answer: (ask) => newest(ask, languageOf(ask)) },
  { method: 'get', path: `${path}/es`, access: 'anyone', answer: (ask) => newest(ask, 'es') },
  {
    method: 'get',
    path: `${path}/:pack`,
    access: 'anyone',
    answer: (ask) => sheetPage(ask, ask.context.req.param('pack') ?? '', languageOf(ask)),
  },
  ...sheetFileNames.map(
    (name): Route => ({
      method: 'get',
      path: `${path}/:pack/${name}`,
      access: 'anyone',
      answer: (ask) => downloadPage(ask, name),
    }),
  ),
];

/** Where anybody reads the newest sheet of a partnership. */
export function publicSheetPath(slug: string): string {
  return `/public/${slug}/fact-sheet`;
}

function languageOf({ context }: VisitorAsk): Language {
  return context.req.query('language') === 'es' ? 'es' : 'en';
}

function slugOf({ context }: VisitorAsk): string {
  return context.req.param('partnership') ?? '';
}

async function newest(ask: VisitorAsk, language: Language): Promise<Response> {
  const [first] = await asVisitor(ask.hub.database, null, (view) => selectPublicSheets(view, slugOf(ask)));
  return first ? sheetPage(ask, first.packHash, language) : nothingPublished(ask);
}

async function sheetPage(ask: VisitorAsk, pack: string, language: Language): Promise<Response> {
  const { file, sheets } = await asVisitor(ask.hub.database, null, async (view) => ({
    file: await selectOptionalPublicFile(view, slugOf(ask), pack),
    sheets: await selectPublicSheets(view, slugOf(ask)),
  }));
  if (!file) return nothingPublished(ask);
  const sheet = factSheetOf(file, language);
  return ask.respond({
    title: sheet.about.title,
    description: sheet.about.description,
    language,
    body: html`${newerCallout(ask, pack, sheets, language)}${sheetBar(slugOf(ask), file, language)}${sheetView(sheet)}${aboutNumbers(file, language)}${earlierSheets(ask, pack, sheets, language)}`,
  });
}

async function downloadPage(ask: VisitorAsk, name: string): Promise<Response> {
  const pack = ask.context.req.param('pack') ?? '';
  const file = await asVisitor(ask.hub.database, null, (view) =>
    selectOptionalPublicFile(view, slugOf(ask), pack),
  );
  return (file && (await sheetDownload(ask.context, file, name))) ?? nothingPublished(ask);
}

function nothingPublished(ask: VisitorAsk): Promise<Response> {
  return ask.respond({
    title: 'No fact sheet',
    status: 404,
    body: html`${pageHeading({
      title: 'No fact sheet is published here',
      lead: 'A partnership publishes its fact sheet once every district has signed the review behind it and consents. The address may also be mistyped.',
    })}<p lang="es">Aquí no hay ninguna hoja informativa publicada.</p>`,
  });
}

function sheetPathOf(slug: string, pack: string, language: Language): string {
  const base = `${publicSheetPath(slug)}/${pack}`;
  return language === 'es' ? `${base}?language=es` : base;
}

function newerCallout(
  ask: VisitorAsk,
  pack: string,
  [first]: readonly PublicSheet[],
  language: Language,
): Content {
  if (!first || first.packHash === pack) return '';
  const words = wordsOf[language];
  return html`<div class="factsheet-bar">${callout({
    kind: 'info',
    title: words.newer,
    body: html`<a href="${sheetPathOf(slugOf(ask), first.packHash, language)}">${words.seeNewest}</a>`,
  })}</div>`;
}

/** The other language, and the sheet's files. */
function sheetBar(slug: string, { pack }: SheetFile, language: Language): Content {
  const words = wordsOf[language];
  const other = language === 'en' ? 'es' : 'en';
  const of = (name: string) => `${publicSheetPath(slug)}/${pack}/${name}`;
  return html`<div class="factsheet-bar actions screen-only">${linkButton({
    label: words.download,
    href: of(pdfName(language)),
    tone: 'main',
  })}<a class="button button-second" lang="${other}" hreflang="${other}" href="${sheetPathOf(slug, pack, other)}">${words.otherLanguage}</a>${linkButton(
    { label: words.numbersAs('CSV'), href: of(csvName), tone: 'quiet' },
  )}${linkButton({ label: words.numbersAs('JSON'), href: of(jsonName), tone: 'quiet' })}</div>`;
}

function aboutNumbers({ part }: SheetFile, language: Language): Content {
  const words = wordsOf[language];
  return html`<section class="factsheet-bar screen-only"><h2>${words.openData}</h2><p>${words.openDataText(licence.name)} <a href="${licence.url}" rel="license">${licence.id}</a></p>${
    part.definitions.length === 0
      ? ''
      : details({
          summary: words.definitions,
          body: html`<dl>${part.definitions.map(
            ({ measure, name, numerator, denominator, publisherSource }) =>
              html`<dt>${words.measures[measure] ?? name}</dt><dd lang="en">${words.counted(numerator, denominator)}. ${publisherSource}</dd>`,
          )}</dl>`,
        })
  }</section>`;
}

function earlierSheets(
  ask: VisitorAsk,
  pack: string,
  sheets: readonly PublicSheet[],
  language: Language,
): Content {
  const others = sheets.filter(({ packHash }) => packHash !== pack);
  if (others.length === 0 || sheets[0]?.packHash !== pack) return '';
  return html`<section class="factsheet-bar screen-only"><h2>${wordsOf[language].earlier}</h2><ul>${others.map(
    ({ packHash, publishedAt }) =>
      html`<li><a href="${sheetPathOf(slugOf(ask), packHash, language)}">${formatDate(calendarDay(publishedAt), language)}</a></li>`,
  )}</ul></section>`;
}
