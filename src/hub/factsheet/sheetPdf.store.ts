import type { Language } from '../../vocabulary/language.ts';
import { factSheetOf } from './factSheetOf.ts';
import { type SheetFile, sheetFileText } from './sheetFile.ts';
import { typesetInThread } from './typesetInThread.store.ts';

const mostKept = 24;
const made = new Map<string, Promise<Uint8Array>>();

/** A sheet as a PDF with its open data inside; typeset once for a pack, its publication and a language, then kept. */
export function sheetPdf(file: SheetFile, language: Language): Promise<Uint8Array> {
  const key = `${file.pack} ${file.published?.hash ?? 'preview'} ${language}`;
  const known = made.get(key);
  if (known) return known;
  const fresh = typesetInThread(factSheetOf(file, language), sheetFileText(file));
  fresh.catch(() => made.delete(key));
  made.set(key, fresh);
  for (const oldest of made.keys()) {
    if (made.size <= mostKept) break;
    made.delete(oldest);
  }
  return fresh;
}
