import { inflateSync } from 'node:zlib';
import { type Language, languages } from '../../vocabulary/language.ts';

/** What a fact sheet's PDF carries: its open data as text, the language of its pages, and the layout it was typeset by. */
export type ReadSheetPdf =
  | {
      readonly ok: true;
      readonly attached: string;
      readonly language: Language;
      readonly layout: string | null;
    }
  | { readonly ok: false; readonly reason: string };

const mostBytes = 8 * 1024 * 1024;

/** Reads a PDF as Tandem writes it; one that another program has written anew is refused by what it lacks. */
export function readSheetPdf(bytes: Uint8Array): ReadSheetPdf {
  const text = Buffer.from(bytes).toString('latin1');
  if (!/%%EOF\s*$/.test(text)) return refused('The PDF is cut short: get it again.');
  const catalog = text.slice(text.lastIndexOf('/Type /Catalog'));
  const language = languages.find((one) => catalog.includes(`/Lang (${one}-US)`));
  const place = text.indexOf('/Type /EmbeddedFile');
  if (!language || place < 0) {
    return refused(
      'The PDF is not a fact sheet as Tandem wrote it: no data is attached to it. Printing or saving it anew loses them.',
    );
  }
  const head = /stream\r?\n/.exec(text.slice(place));
  const start = place + (head ? head.index + head[0].length : 0);
  const length = Number(/\/Length (\d+)/.exec(text.slice(text.lastIndexOf('obj', place), start))?.[1]);
  try {
    const raw = Buffer.from(text.slice(start, start + length), 'latin1');
    const clear = inflateSync(raw, { maxOutputLength: mostBytes });
    const attached = new TextDecoder('utf-8', { fatal: true }).decode(clear);
    return { ok: true, attached, language, layout: /tandem layout [0-9a-f]{16}/.exec(text)?.[0] ?? null };
  } catch {
    return refused('The data attached to the PDF are damaged: get it again.');
  }
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}
