import type { Context } from 'hono';
import { type Language, languages } from '../../vocabulary/language.ts';
import { sheetCsv } from './sheetCsv.ts';
import { type SheetFile, sheetFileText } from './sheetFile.ts';
import { sheetPdf } from './sheetPdf.store.ts';

/** What a sheet is downloaded as, by the last part of its address. */
export const pdfName = (language: Language) => `fact-sheet-${language}.pdf`;
export const csvName = 'fact-sheet.csv';
export const jsonName = 'fact-sheet.json';
export const sheetFileNames: readonly string[] = [...languages.map(pdfName), csvName, jsonName];

/** One of a sheet's files; undefined for a name that none has. The file is called by the partnership and the sheet's day. */
export async function sheetDownload(
  context: Context,
  file: SheetFile,
  name: string,
): Promise<Response | undefined> {
  const { slug } = file.part.partnership;
  const as = (ending: string) => `${slug}-fact-sheet-${file.part.asOf}${ending}`;
  const answer = (body: string | Uint8Array<ArrayBuffer>, type: string, called: string, how = 'attachment') =>
    context.body(body, 200, {
      'Content-Type': type,
      'Content-Disposition': `${how}; filename="${called}"`,
    });
  if (name === jsonName) return answer(sheetFileText(file), 'application/json; charset=utf-8', as('.json'));
  if (name === csvName) return answer(sheetCsv(file), 'text/csv; charset=utf-8', as('.csv'));
  const language = languages.find((one) => pdfName(one) === name);
  if (!language) return undefined;
  const pdf = new Uint8Array(await sheetPdf(file, language));
  return answer(pdf, 'application/pdf', as(`-${language}.pdf`), 'inline');
}
