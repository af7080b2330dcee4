import { callout } from '../../page/callout.ts';
import { linkButton } from '../../page/button.ts';
import { type Content, html } from '../../page/html.ts';
import { pageHeading } from '../../page/pageHeading.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Language } from '../../vocabulary/language.ts';
import { readPartnership } from '../benchmarks/benchmarkReading.store.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { draftSheet } from './draftSheet.page.ts';
import { factSheetOf } from './factSheetOf.ts';
import { selectStatements } from './factSheet.store.ts';
import { previewOf, readSheetStanding, selectSheets } from './publishedSheets.store.ts';
import {
  publishedBlock,
  type ReadSheets,
  standingBlock,
  type WithdrawingForm,
} from './sheetStanding.page.ts';
import { csvName, jsonName, pdfName, sheetDownload } from './sheetFiles.page.ts';
import { sheetView } from './sheetView.page.ts';

const path = '/partnerships/:partnership/fact-sheet';

/** The fact sheet as the partnership sees it: a draft, a sealed one that waits for consent, or what is public. */
export const factSheetPages: Route[] = [
  { method: 'get', path, access: 'members', answer: (ask) => respondFactSheet(ask) },
  { method: 'get', path: `${path}/preview/:file`, access: 'members', answer: previewFile },
];

/** What somebody wanted to do and what came of it: above the sheet. */
export type SheetRefusal = { readonly title: string; readonly withdrawing?: WithdrawingForm };
export async function respondFactSheet(ask: MemberAsk, refusal?: SheetRefusal): Promise<Response> {
  const today = calendarDay(ask.hub.now());
  const found = await asMember(ask.hub.database, ask.member, async (view) => ({
    standing: await readSheetStanding(view, today),
    sheets: await selectSheets(view),
    parties: await selectParties(view),
    draft: { reading: await readPartnership(view), statements: await selectStatements(view) },
  }));
  const { standing, sheets, parties, draft } = found;
  const language: Language = ask.context.req.query('language') === 'es' ? 'es' : 'en';
  const name = ask.member.partnership.name;
  const sheet = standing
    ? sheetView(factSheetOf(previewOf(standing.file), language))
    : draftSheet(ask.home, name, today, draft);
  return ask.respond({
    title: standing ? 'Fact sheet' : 'Fact sheet (draft)',
    section: 'fact-sheet',
    status: refusal ? (refusal.withdrawing ? 422 : 409) : undefined,
    body: html`<div class="screen-only">${refusal ? callout({ kind: 'refusal', title: refusal.title }) : ''}${head(
      ask,
      { standing, sheets, parties },
      language,
      refusal,
    )}</div>${standing ? html`<div lang="${language}">${sheet}</div>` : sheet}`,
  });
}

function head(ask: MemberAsk, read: ReadSheets, language: Language, refusal?: SheetRefusal): Content {
  const { standing } = read;
  const published = publishedBlock(ask, read, refusal?.withdrawing);
  if (!standing) {
    return html`${published}${callout({
      kind: 'warning',
      title: 'Draft from public files',
      body: html`Nobody has reviewed or signed it. A fact sheet is published only from a sealed review of all focus areas that every district has signed. <a href="${`${ask.home}/reviews`}">Go to the reviews</a>`,
    })}`;
  }
  const other = language === 'en' ? 'es' : 'en';
  return html`${pageHeading({
    title: 'The fact sheet’s way to the public',
    eyebrow: 'Fact sheet',
    lead: 'Below is exactly what the public would read: it is made from the sealed pack and from nothing else.',
    actions: html`<a class="button button-second" lang="${other}" hreflang="${other}" href="${`${ask.home}/fact-sheet${other === 'es' ? '?language=es' : ''}`}">${other === 'es' ? 'En español' : 'In English'}</a>${[
      [`PDF (${language === 'es' ? 'Spanish' : 'English'})`, pdfName(language)] as const,
      ['CSV', csvName] as const,
      ['JSON', jsonName] as const,
    ].map(([label, file]) =>
      linkButton({ label, href: `${ask.home}/fact-sheet/preview/${file}`, tone: 'quiet' }),
    )}`,
  })}${published}${standingBlock(ask, read, standing)}`;
}

/** The files as they would be published, each saying that it is a preview. */
async function previewFile(ask: MemberAsk): Promise<Response> {
  const standing = await asMember(ask.hub.database, ask.member, (view) =>
    readSheetStanding(view, calendarDay(ask.hub.now())),
  );
  const name = ask.context.req.param('file') ?? '';
  const answer = standing && (await sheetDownload(ask.context, previewOf(standing.file), name));
  return answer ?? notFound(ask, 'No fact sheet is sealed yet, or it has no such file.');
}
