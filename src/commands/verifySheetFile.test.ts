import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateSync } from 'node:zlib';
import { exampleSheetPack } from '../../test/exampleSheetPack.ts';
import { factSheetOf } from '../hub/factsheet/factSheetOf.ts';
import { publicPartOf } from '../hub/factsheet/publicPart.ts';
import { sheetFileOf, sheetFileText } from '../hub/factsheet/sheetFile.ts';
import { typesetInThread } from '../hub/factsheet/typesetInThread.store.ts';
import { hashPack } from '../release/hashPack.ts';
import { recogniseVerified } from './recogniseVerified.ts';
import { verifySheetFile } from './verifySheetFile.ts';

const io = { stdout: { write: () => '' }, stderr: { write: () => '' } };

async function failing(bytes: Uint8Array): Promise<string[]> {
  const found = recogniseVerified(bytes, 'sheet.pdf');
  assert.equal(found.kind, 'fact sheet PDF');
  const { checks } = await verifySheetFile(found, { bytes, name: 'sheet.pdf', from: undefined }, io);
  return checks
    .filter(({ result }) => result === 'fails')
    .map(({ check, sentences }) => `${check}: ${sentences.join(' ')}`);
}

/** The PDF with other data attached, written as its own would be. */
function attach(pdf: Uint8Array, data: string): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1');
  const place = text.indexOf('/Type /EmbeddedFile');
  const object = text.lastIndexOf('obj', place);
  const end = text.indexOf('endstream', place);
  const stream = deflateSync(Buffer.from(data, 'utf8')).toString('latin1');
  const head = text
    .slice(object, text.indexOf('stream', place))
    .replace(/\/Length \d+/, `/Length ${Buffer.byteLength(stream, 'latin1')}`);
  return Buffer.from(`${text.slice(0, object)}${head}stream\n${stream}\n${text.slice(end)}`, 'latin1');
}

test('a PDF with a page or a digit of its data changed is refused, the digit by its field; a preview is no publication', async () => {
  const signatures = exampleSheetPack.sponsors.map(({ cds, name, role }) => ({
    cds,
    name,
    role,
    signedAt: '2026-10-16T17:00:00Z',
  }));
  const sheet = sheetFileOf({
    pack: hashPack(exampleSheetPack),
    part: publicPartOf(exampleSheetPack),
    signatures,
    keySignatures: [],
    published: null,
  });
  const data = sheetFileText(sheet);
  const pdf = await typesetInThread(factSheetOf(sheet, 'en'), data);
  const page = Buffer.from(Buffer.from(pdf).toString('latin1').replace('612 792', '612 791'), 'latin1');
  const [pages, publication, ...more] = await failing(page);
  assert.match(pages ?? '', /^pages: .* its pages were changed\./);
  assert.deepEqual([publication, ...more], ['publication: It is a preview: nobody has published it.']);
  const digit = await failing(attach(pdf, data.replace('"value": "-75.8"', '"value": "-74.8"')));
  assert.ok(
    digit.some((sentence) =>
      sentence.startsWith(
        'numbers: benchmarks.math_dfs.ALL.10621660000000.newest: value is -74.8, but -75.8',
      ),
    ),
    digit.join('\n'),
  );
});
