import assert from 'node:assert/strict';
import { test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import { ReadingStopped } from './readingStopped.ts';
import { readWorkbookInThread } from './readWorkbookInThread.ts';

const open = 'http://schemas.openxmlformats.org';
const relations = (type: string, target: string) =>
  `<Relationships xmlns="${open}/package/2006/relationships"><Relationship Id="rId1" Type="${open}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
const main = `xmlns="${open}/spreadsheetml/2006/main" xmlns:r="${open}/officeDocument/2006/relationships"`;

/** A workbook of one sheet whose cells say x. */
function workbook(...cells: readonly (readonly [row: number, column: string])[]): Uint8Array {
  const rows = cells.map(
    ([row, column]) => `<row r="${row}"><c r="${column}${row}" t="inlineStr"><is><t>x</t></is></c></row>`,
  );
  const parts = {
    '_rels/.rels': relations('officeDocument', 'xl/workbook.xml'),
    'xl/workbook.xml': `<workbook ${main}><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relations('worksheet', 'worksheets/sheet1.xml'),
    'xl/worksheets/sheet1.xml': `<worksheet ${main}><sheetData>${rows.join('')}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

test('a workbook of a kilobyte with a cell in row 1,048,576, column XFD, stops with a sentence; the next is read', async () => {
  const far = workbook([1, 'A'], [1_048_576, 'XFD']);
  assert.ok(far.length < 2000);
  const stopped = readWorkbookInThread(far, 64);
  const next = readWorkbookInThread(workbook([1, 'A'], [2, 'B']));
  await assert.rejects(
    stopped,
    (error) => error instanceof ReadingStopped && /takes too much room or time/.test(error.message),
  );
  const [sheet] = await next;
  assert.deepEqual(sheet, {
    name: 'One',
    rows: [
      ['x', null],
      [null, 'x'],
    ],
  });
});
