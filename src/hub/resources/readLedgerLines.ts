import type { Finding } from '../../vocabulary/finding.ts';
import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { parseDay } from '../work/parseDay.ts';
import { isRevenue, parseAccountString, parseCode } from './accountCode.ts';
import { findHeadings, type LedgerColumnId, type LedgerMapping } from './ledgerMapping.ts';
import type { LedgerTable } from './ledgerTable.ts';
import { parseMoney } from './parseMoney.ts';
import type { LedgerHolding } from './resourceKinds.ts';

/** A line of the ledger; cents above zero are spent (or budgeted), below zero given back. Empty codes are not known. */
export type LedgerLine = {
  readonly line: number;
  readonly day: string;
  readonly description: string;
  readonly reference: string;
  readonly resourceCode: string;
  readonly objectCode: string;
  readonly amountCents: number;
};

export type LedgerReading = {
  readonly lines: readonly LedgerLine[];
  /** Errors refuse the whole file; notes are told. */
  readonly findings: readonly Finding[];
  /** Rows that are no spending: totals, blank rows, revenue. */
  readonly leftOut: number;
  readonly totalCents: number;
};

type Question = {
  readonly file: string;
  readonly mapping: LedgerMapping;
  readonly holds: LedgerHolding;
  readonly fromDay: string;
  readonly untilDay: string;
};

const totalsRow =
  /^(grand |sub ?|report |account |resource |fund )*totals?\b|^sum\b|^(beginning|ending) balance\b/i;

/** Reads the rows under the headings; nothing of a row with an error is kept, and a file with one error is not applied. */
export function readLedgerLines(table: LedgerTable, question: Question): LedgerReading {
  const { row: headingRow, headings } = findHeadings(table.rows);
  const findings: Finding[] = [];
  const told = (
    severity: Finding['severity'],
    rule: string,
    line: number | null,
    column: string | null,
    message: string,
    remedy: string,
  ) => findings.push({ severity, rule, file: question.file, line, column, message, remedy });
  const at = (column: LedgerColumnId) => headings.indexOf(question.mapping[column] ?? '\0');
  const lines: LedgerLine[] = [];
  const counted = { totals: 0, revenue: 0, credits: 0, creditCents: 0, filled: 0 };
  for (const [i, cells] of table.rows.entries()) {
    if (i <= headingRow) continue;
    const line = table.lines[i] ?? 0;
    const cell = (column: LedgerColumnId) => cells[at(column)] ?? '';
    if (cells.some((one) => totalsRow.test(one))) {
      counted.totals++;
      continue;
    }
    const wrong = (column: LedgerColumnId, rule: string, message: string, remedy: string) =>
      told('error', rule, line, question.mapping[column] ?? null, message, remedy);
    const codes = readCodes(cell, question.mapping, wrong, counted);
    if (codes && isRevenue(codes.object)) {
      counted.revenue++;
      continue;
    }
    const day = readDay(cell('day'), question, wrong);
    const cents = readAmount(cell, question.mapping, wrong);
    if (!codes || day === undefined || cents === undefined) continue;
    if (cents < 0) {
      counted.credits++;
      counted.creditCents += cents;
    }
    const words = {
      description: cell('description').slice(0, 500),
      reference: cell('reference').slice(0, 100),
    };
    lines.push({
      line,
      day,
      ...words,
      resourceCode: codes.resource,
      objectCode: codes.object,
      amountCents: cents,
    });
  }
  const note = (count: number, rule: string, message: string, remedy: string) => {
    if (count > 0) told('note', rule, null, null, message, remedy);
  };
  note(
    counted.totals,
    'totalsAreNoSpending',
    `${rows(counted.totals)} of totals or balances ${are(counted.totals)} left out`,
    'nothing, if these are sums of other rows',
  );
  note(
    table.blank,
    'blankRowsAreLeftOut',
    `${rows(table.blank)} without any text ${are(table.blank)} left out`,
    'nothing',
  );
  note(
    counted.revenue,
    'revenueIsNoSpending',
    `${rows(counted.revenue)} with object codes from 8000 to 8999 ${are(counted.revenue)} money received and left out`,
    'nothing: what comes in stands with the funding sources',
  );
  note(
    counted.credits,
    'creditsLowerTheSum',
    `${rows(counted.credits)} below zero, ${formatMoney(counted.creditCents)} in all, ${are(counted.credits)} taken as given back`,
    'look whether they are credits; if the file shows spending below zero, turn the sign round',
  );
  note(
    counted.filled,
    'codesHaveFourDigits',
    `${counted.filled === 1 ? 'one code' : `${counted.filled} codes`} of fewer digits ${counted.filled === 1 ? 'was' : 'were'} filled up with leading zeros, which spreadsheets take away`,
    'nothing, or export the codes as text',
  );
  note(
    table.encoding === 'windows-1252' ? 1 : 0,
    'textIsReadAsItIs',
    'the file is not UTF-8 and was read as windows-1252',
    'look whether names with accents are right; else save it as CSV UTF-8',
  );
  for (const [first, second] of twins(lines))
    told(
      'note',
      'sameRowTwice',
      second,
      null,
      `the same as line ${first} in every column that is read; both are counted`,
      'take one out of the file if it is the same posting',
    );
  if (lines.length === 0 && findings.every(({ severity }) => severity !== 'error'))
    told(
      'error',
      'fileMustHoldRows',
      null,
      null,
      'no row of the file is a line of spending',
      'look whether the columns are chosen right',
    );
  return {
    lines,
    findings,
    leftOut: counted.totals + counted.revenue + table.blank,
    totalCents: lines.reduce((sum, { amountCents }) => sum + amountCents, 0),
  };
}

type Wrong = (column: LedgerColumnId, rule: string, message: string, remedy: string) => void;
type Cell = (column: LedgerColumnId) => string;

function readCodes(cell: Cell, mapping: LedgerMapping, wrong: Wrong, counted: { filled: number }) {
  if (mapping.account) {
    const codes = parseAccountString(cell('account'));
    if (!codes)
      wrong(
        'account',
        'accountMustBeTheStates',
        `“${cell('account').slice(0, 40)}” is no account string of the state’s structure`,
        'write it as fund-resource-year-goal-function-object, like 01-7390-0-1110-1000-4310',
      );
    return codes;
  }
  const code = (column: 'resource' | 'object') => {
    if (!mapping[column]) return '';
    const parsed = parseCode(cell(column));
    if (!parsed) {
      wrong(
        column,
        'codesHaveFourDigits',
        `“${cell(column).slice(0, 40)}” is no ${column} code`,
        'write the four digits',
      );
      return undefined;
    }
    if (parsed.isFilled) counted.filled++;
    return parsed.code;
  };
  const [resource, object] = [code('resource'), code('object')];
  return resource === undefined || object === undefined ? undefined : { resource, object };
}

function readDay(
  text: string,
  { mapping, holds, fromDay, untilDay }: Question,
  wrong: Wrong,
): string | undefined {
  if (!mapping.day) return holds === 'budget' ? fromDay : untilDay;
  const parsed = parseDay(text.replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?( ?[AP]M)?Z?$/i, ''));
  if (!parsed.ok) {
    const [message = '', ...remedy] = parsed.message.split(/(?<=\.) (?=Write)/);
    wrong(
      'day',
      'dayMustBeReadable',
      message.replace(/\.$/, ''),
      remedy.join(' ') || 'write it like 2026-12-01',
    );
    return undefined;
  }
  if (parsed.day < fromDay || parsed.day > untilDay) {
    wrong(
      'day',
      'dayMustLieInThePeriod',
      `${parsed.day} lies outside of ${fromDay} to ${untilDay}`,
      'change the period above, or take the row out',
    );
    return undefined;
  }
  return parsed.day;
}

function readAmount(cell: Cell, mapping: LedgerMapping, wrong: Wrong): number | undefined {
  const read = (column: 'amount' | 'debit' | 'credit') => {
    const text = cell(column);
    if (column !== 'amount' && text === '') return 0;
    const parsed = parseMoney(text);
    if (parsed.ok) return parsed.cents;
    const [message = ''] = parsed.message.split('. ');
    wrong(
      column,
      'amountMustBeANumber',
      message.startsWith('Give') ? 'the amount is missing' : message,
      'write it like 1,234.56, below zero as (1,234.56)',
    );
    return undefined;
  };
  if (mapping.amount) return read('amount');
  const [debit, credit] = [read('debit'), read('credit')];
  return debit === undefined || credit === undefined ? undefined : debit - credit;
}

/** What makes two lines the same posting. */
export function lineKey({
  day,
  description,
  reference,
  resourceCode,
  objectCode,
  amountCents,
}: Omit<LedgerLine, 'line'>): string {
  return JSON.stringify([day, description, reference, resourceCode, objectCode, amountCents]);
}

function* twins(lines: readonly LedgerLine[]): Generator<[number, number]> {
  const seen = new Map<string, number>();
  for (const line of lines) {
    const first = seen.get(lineKey(line));
    if (first === undefined) seen.set(lineKey(line), line.line);
    else yield [first, line.line];
  }
}

function rows(count: number): string {
  return count === 1 ? 'one row' : `${count} rows`;
}

function are(count: number): string {
  return count === 1 ? 'is' : 'are';
}
