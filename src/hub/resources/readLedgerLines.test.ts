import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zipSync } from 'fflate';
import writeExcelFile from 'write-excel-file/node';
import { ReadingStopped } from '../../layouts/readingStopped.ts';
import { compareLedgers, findEarlierLines } from './compareLedgers.ts';
import { findHeadings, guessMapping, mappingErrors } from './ledgerMapping.ts';
import { readLedgerTable } from './ledgerTable.ts';
import { type LedgerReading, readLedgerLines } from './readLedgerLines.ts';

const text = (words: string) => new TextEncoder().encode(words);

async function read(bytes: Uint8Array, holds: 'spending' | 'budget' = 'spending'): Promise<LedgerReading> {
  const table = await readLedgerTable(bytes);
  const { headings } = findHeadings(table.rows);
  const mapping = guessMapping(headings, undefined);
  return readLedgerLines(table, {
    file: 'a.csv',
    mapping,
    holds,
    fromDay: '2026-07-01',
    untilDay: '2026-12-31',
  });
}

const errorsOf = ({ findings }: LedgerReading) =>
  findings
    .filter(({ severity }) => severity === 'error')
    .map(({ line, column, rule }) => [line, column, rule]);

test('an export with a title, totals, a blank row, revenue and a credit gives 3 lines of 1,150.00 and says what it left out', async () => {
  const reading = await read(
    text(
      [
        'Fresno Unified,General ledger detail',
        '',
        'Posted Date,Description,Resource,Object,Amount',
        '10/05/2026,"Books, grade 8",7390,4200,"1,000.00"',
        '2026-10-06,Coaching,390,5800,$200.50',
        '"Oct 7, 2026",Return of books,7390,4200,(50.50)',
        '10/07/2026,Apportionment,7390,8590,"90,000.00"',
        'Total,,,,"1,150.00"',
      ].join('\r\n'),
    ),
  );
  assert.deepEqual(errorsOf(reading), []);
  assert.deepEqual(
    reading.lines.map(({ line, day, resourceCode, amountCents }) => [line, day, resourceCode, amountCents]),
    [
      [4, '2026-10-05', '7390', 100_000],
      [5, '2026-10-06', '0390', 20_050],
      [6, '2026-10-07', '7390', -5_050],
    ],
  );
  assert.equal(reading.totalCents, 115_000);
  assert.equal(reading.leftOut, 3);
  assert.deepEqual(
    reading.findings.map(({ rule }) => rule),
    [
      'totalsAreNoSpending',
      'blankRowsAreLeftOut',
      'revenueIsNoSpending',
      'creditsLowerTheSum',
      'codesHaveFourDigits',
    ],
  );
});

test('each wrong cell is told with its line, its column and what to do; nothing of such a row is kept', async () => {
  const reading = await read(
    text(
      'Date,Description,Account,Debit,Credit\n' +
        '13/45/2026,a,01-7390-0-1110-1000-4310-000,1,\n' +
        '2026-10-01,b,no account,1,\n' +
        '2026-10-01,c,01-7390-0-1110-1000-4310,one,\n' +
        '2027-01-01,d,01-7390-0-1110-1000-4310,1,\n' +
        '05-10-2026,e,01-7390-0-1110-1000-4310,1.234,\n' +
        '2026-10-01,f,01-7390-0-1110-1000-4310,10,4\n',
    ),
  );
  assert.deepEqual(errorsOf(reading), [
    [2, 'Date', 'dayMustBeReadable'],
    [3, 'Account', 'accountMustBeTheStates'],
    [4, 'Debit', 'amountMustBeANumber'],
    [5, 'Date', 'dayMustLieInThePeriod'],
    [6, 'Date', 'dayMustBeReadable'],
    [6, 'Debit', 'amountMustBeANumber'],
  ]);
  assert.deepEqual(
    reading.lines.map(({ amountCents }) => amountCents),
    [600],
  );
  assert.ok(reading.findings.every(({ remedy }) => remedy.length > 5));
});

test('the same posting twice is told at its second line, and both count', async () => {
  const row = '2026-10-01,Bus,7390,5800,10\n';
  const reading = await read(text(`Date,Description,Resource,Object,Amount\n${row}${row}`));
  assert.deepEqual(
    reading.findings.map(({ rule, line }) => [rule, line]),
    [['sameRowTwice', 3]],
  );
  assert.equal(reading.totalCents, 2000);
});

test('a budget by account needs no day; windows-1252 and UTF-16 are read, and the first is said', async () => {
  const words = 'Description;Resource;Object;Budget\nNiños;7390;4300;5000\n';
  const reading = await read(Buffer.from(words, 'latin1'), 'budget');
  assert.deepEqual(
    reading.lines.map(({ day, description }) => [day, description]),
    [['2026-07-01', 'Niños']],
  );
  assert.deepEqual(
    reading.findings.map(({ rule }) => rule),
    ['textIsReadAsItIs'],
  );
  const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')]);
  assert.equal((await read(wide, 'budget')).lines[0]?.description, 'Niños');
});

test('an Excel workbook is read with its dates and numbers', async () => {
  const cell = (value: string | number | Date) =>
    value instanceof Date ? { value, type: Date, format: 'mm/dd/yyyy' } : { value };
  const sheet = [
    ['Date', 'Description', 'Resource', 'Object', 'Amount'].map(cell),
    [new Date('2026-10-05T00:00:00Z'), 'Books', 7390, 4200, 0.1 + 0.2].map(cell),
  ];
  const bytes = await writeExcelFile(sheet, { sheet: 'Ledger' }).toBuffer();
  const reading = await read(bytes);
  assert.deepEqual(errorsOf(reading), []);
  assert.deepEqual(reading.lines[0], {
    line: 2,
    day: '2026-10-05',
    description: 'Books',
    reference: '',
    resourceCode: '7390',
    objectCode: '4200',
    amountCents: 30,
  });
});

for (const [name, bytes, rule] of [
  ['an empty file', new Uint8Array(), 'fileMustHoldRows'],
  ['headings alone', text('Date,Amount\n'), 'fileMustHoldRows'],
  ['a PDF', text('%PDF-1.7'), 'fileMustBeATable'],
  ['a web page', text('\n<!DOCTYPE html><table>'), 'fileMustBeATable'],
  ['a zip without a workbook', zipSync({ 'a.csv': text('a,b') }), 'fileMustBeATable'],
  ['a damaged zip', text('PK\u0003\u0004 and no more'), 'fileMustBeWhole'],
  ['an old workbook', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1]), 'fileMustBeATable'],
  ['21 MB', new Uint8Array(21 << 20), 'fileMustBeSmall'],
  [
    'a workbook of 65 MB of zeros',
    zipSync({ 'xl/workbook.xml': new Uint8Array(65 << 20) }),
    'fileMustBeSmall',
  ],
  ['zero characters', text('Date,Amount\n\0\0,1\n'), 'textMustHoldNoZeros'],
  ['a quotation that never closes', text('Date,Amount\n"a,1\nb,2\n'), 'quotationMustBeClosed'],
] as const)
  test(`${name} is refused by the rule ${rule}`, () =>
    assert.rejects(
      () => read(bytes),
      (error) => error instanceof ReadingStopped && error.rule === rule && error.remedy !== '',
    ));

test('a mapping is remembered where all its headings are there, and says what it lacks', () => {
  const remembered = { day: 'When', amount: 'Total', resource: 'R' };
  assert.equal(guessMapping(['When', 'R', 'Total', 'X'], remembered), remembered);
  assert.deepEqual(guessMapping(['When', 'R', 'Amount'], remembered), { amount: 'Amount' });
  assert.deepEqual(
    [...mappingErrors({ amount: 'A', debit: 'B', account: 'A' }, ['A', 'B']).keys()],
    ['amount', 'debit'],
  );
  assert.deepEqual([...mappingErrors({}, ['A']).keys()], ['amount', 'account']);
});

test('a corrected file is compared line by line: 1 same, 1 changed, −$5', async () => {
  const head = 'Date,Description,Resource,Object,Amount\n';
  const same = '2026-10-01,Bus,7390,5800,10\n';
  const before = (await read(text(`${head}${same}2026-10-02,Books,7390,4200,20\n`))).lines;
  const after = (await read(text(`${head}${same}2026-10-02,Books,7390,4200,15\n`))).lines;
  const { added, removed, same: kept, changeCents } = compareLedgers(before, after);
  assert.deepEqual([added.length, removed.length, kept, changeCents], [1, 1, 1, -500]);
  const [first] = findEarlierLines(after, [{ fileName: 'oct.csv', lines: before }], 'nov.csv');
  assert.match(first?.message ?? '', /this row is line 2 of oct\.csv, which is applied already/);
});
