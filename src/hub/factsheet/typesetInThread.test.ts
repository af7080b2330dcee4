import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { exampleSheetPack } from '../../../test/exampleSheetPack.ts';
import { hashPack } from '../../release/hashPack.ts';
import { factSheetOf } from './factSheetOf.ts';
import { publicPartOf } from './publicPart.ts';
import { readSheetPdf } from './readSheetPdf.ts';
import { sheetFileOf, sheetFileText } from './sheetFile.ts';
import { layoutKeyword, typesetInThread } from './typesetInThread.store.ts';

const file = sheetFileOf({
  pack: hashPack(exampleSheetPack),
  part: publicPartOf({
    ...exampleSheetPack,
    review: { ...exampleSheetPack.review, title: '¡Otoño, pingüino!' },
  }),
  signatures: [],
  keySignatures: [],
  published: null,
});
const attached = sheetFileText(file);
let pdf: Uint8Array;
let text = '';

before(async () => {
  pdf = await typesetInThread(factSheetOf(file, 'es'), attached);
  text = Buffer.from(pdf).toString('latin1');
});

test('the PDF is 2 letter pages, tagged, in Spanish, titled, its words readable by a machine', () => {
  assert.equal(text.match(/\/Type \/Page\b/g)?.length, 2);
  assert.match(text, /\/MediaBox \[0 0 612 792\]/);
  for (const part of [
    '/StructTreeRoot',
    '/Marked true',
    '/Lang (es-US)',
    '/S /H1',
    '/S /Table',
    '/S /TH',
    '/S /L',
  ])
    assert.ok(text.includes(part), part);
  assert.match(text, /\/DisplayDocTitle true|\/Title /);
  const shown = glyphsOf(text);
  for (const letter of 'ñáéíóúü¿¡«»“”’–−') {
    assert.ok(shown.has(letter), `${letter} is not among ${[...shown].join('')}`);
  }
});

test('a name with # and [ is printed as it is: nothing of the data is read as markup', () => {
  const shown = glyphsOf(text);
  for (const sign of '#[]') assert.ok(shown.has(sign), sign);
});

test('its data lie in it as they are, with the layout it was typeset by', () => {
  assert.deepEqual(readSheetPdf(pdf), { ok: true, attached, language: 'es', layout: layoutKeyword });
});

test('cut short, damaged or printed anew it is refused by a sentence', () => {
  const refusal = (bytes: Uint8Array) => {
    const read = readSheetPdf(bytes);
    return read.ok ? '' : read.reason;
  };
  assert.match(refusal(pdf.slice(0, 20_000)), /cut short/);
  assert.match(refusal(Buffer.from('%PDF-1.7\n%%EOF\n')), /not a fact sheet as Tandem wrote it/);
  const place = text.indexOf('stream', text.indexOf('/Type /EmbeddedFile')) + 40;
  const damaged = Uint8Array.from(pdf, (byte, i) => (i >= place && i < place + 8 ? 0 : byte));
  assert.match(refusal(damaged), /damaged/);
});

/** The letters that the fonts' tables from glyphs to letters name: what a reader can search and a screen reader say. */
function glyphsOf(source: string): Set<string> {
  const letters = [...source.matchAll(/^<[0-9A-F]{4}> <([0-9A-F]{4})>$/gm)];
  return new Set(letters.map(([, hex = '']) => String.fromCharCode(Number.parseInt(hex, 16))));
}
