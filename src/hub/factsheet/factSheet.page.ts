import { callout } from '../../page/callout.ts';
import { linkButton } from '../../page/button.ts';
import { type Content, html } from '../../page/html.ts';
import { calendarDay } from '../../vocabulary/calendarDay.ts';
import type { Subject } from '../../vocabulary/cell.ts';
import type { Language } from '../../vocabulary/language.ts';
import { schoolYear } from '../../vocabulary/schoolYear.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { readPartnership } from '../benchmarks/benchmarkReading.store.ts';
import { figurePath } from '../evidence/figurePath.ts';
import { selectParties } from '../partnership/partnership.store.ts';
import { asMember } from '../store/view.ts';
import { notFound } from '../web/notFound.ts';
import type { MemberAsk, Route } from '../web/route.ts';
import { draftSheet } from './draftSheet.page.ts';
import type { SheetFigure } from './factSheet.ts';
import { factSheetOf } from './factSheetOf.ts';
import { selectStatements } from './factSheet.store.ts';
import { readSheetStanding, selectSheets, sheetOf } from './publishedSheets.store.ts';
import {
  publishedBlock,
  type ReadSheets,
  standingBlock,
  type WithdrawingForm,
} from './sheetStanding.page.ts';
import { csvName, jsonName, pdfName, sheetDownload, sheetFileNames } from './sheetFiles.page.ts';
import { sheetView } from './sheetView.page.ts';

const path = '/partnerships/:partnership/fact-sheet';

/** The fact sheet as the partnership sees it: a draft, a sealed one that waits for consent, or what is public. */
export const factSheetPages: Route[] = [
  { method: 'get', path, access: 'members', answer: (ask) => respondFactSheet(ask) },
  ...sheetFileNames.map(
    (name): Route => ({
      method: 'get',
      path: `${path}/preview/${name}`,
      access: 'members',
      answer: (ask) => previewFile(ask, name),
    }),
  ),
];

/** What somebody wanted to do and what came of it: above the sheet. */
/** The codes of a pack's own figures are the vocabulary's. */
function subjectOf({ measure, schoolYear: year, group }: SheetFigure): Subject {
  return { measure, schoolYear: schoolYear(year), group: group as StudentGroupCode, grade: 'all' };
}

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
    ? sheetView(factSheetOf(sheetOf(standing, sheets), language), (figure) =>
        figurePath(ask.home, figure.cds, subjectOf(figure)),
      )
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
    return html`<div class="factsheet-bar">${published}${callout({
      kind: 'warning',
      title: 'Draft from public files',
      body: html`Nobody has reviewed or signed it. A fact sheet is published only from a sealed review of all focus areas that every district has signed. <a href="${`${ask.home}/reviews`}">Go to the reviews</a>`,
    })}</div>`;
  }
  const other = language === 'en' ? 'es' : 'en';
  const otherPath = `${ask.home}/fact-sheet${other === 'es' ? '?language=es' : ''}`;
  const files = [
    [`PDF (${language === 'es' ? 'Spanish' : 'English'})`, pdfName(language)],
    ['Numbers as CSV', csvName],
    ['Numbers as JSON', jsonName],
  ] as const;
  return html`<div class="factsheet-bar">${published}${standingBlock(ask, read, standing)}<p class="quiet">Below stands exactly what the public reads, made from the sealed pack and from nothing else.</p><div class="actions"><a class="button button-second" lang="${other}" hreflang="${other}" href="${otherPath}">${other === 'es' ? 'En español' : 'In English'}</a>${files.map(
    ([label, file]) => linkButton({ label, href: `${ask.home}/fact-sheet/preview/${file}`, tone: 'quiet' }),
  )}</div></div>`;
}

/** The files as they are published, or would be; each of those says that it is a preview. */
async function previewFile(ask: MemberAsk, name: string): Promise<Response> {
  const { standing, sheets } = await asMember(ask.hub.database, ask.member, async (view) => ({
    standing: await readSheetStanding(view, calendarDay(ask.hub.now())),
    sheets: await selectSheets(view),
  }));
  const answer = standing && (await sheetDownload(ask.context, sheetOf(standing, sheets), name));
  return answer ?? notFound(ask, 'No fact sheet is sealed yet, or it has no such file.');
}
