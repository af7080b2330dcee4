import type { Finding } from '../vocabulary/finding.ts';
import { type DelimitedRecord, delimitedRecords } from './delimitedRecords.ts';
import type { FindingTally } from './findingTally.ts';

/** The header's words for what a long panel is made of. */
export type PanelColumns = {
  readonly unit: string;
  readonly time: string;
  readonly outcome: string;
  readonly treated: string;
};

/** One unit at one time. Null where the cell cannot be read, which is a finding. */
export type PanelRow = {
  readonly line: number;
  readonly unit: string;
  readonly time: string;
  readonly outcome: number | null;
  readonly treated: boolean | null;
};

export type PanelFile = {
  readonly name: string;
  readonly columns: PanelColumns;
  readonly delimiter?: string | undefined;
};

/** The rows of a long panel whose unit and time can be read; what is wrong is told to `tally`, all of it at once. */
export function panelRows(text: string, file: PanelFile, tally: FindingTally): readonly PanelRow[] {
  const { name, columns, delimiter } = file;
  const wrong = (rule: string, message: string, remedy: string, line: number | null = null) =>
    tally.add({ severity: 'error', rule, file: name, line, column: null, message, remedy });
  const table = delimitedRecords(text, name, delimiter);
  if ('refusal' in table) {
    wrong('fileMustHoldRows', table.refusal, 'give a header and one row for each unit and time');
    return [];
  }
  for (const finding of table.findings) tally.add(finding);
  const header = table.header.map((word) => word.trim());
  const places = columnPlaces(header, file, tally);
  if (!places) return [];
  if (table.records.length === 0)
    wrong('fileMustHoldRows', 'no row follows the header', 'give one row for each unit and time');
  return table.records.flatMap((record) => {
    if (!fits(record, header.length))
      wrong(
        'rowMustFitHeader',
        `the header has ${header.length} fields and this row ${record.fields.length}`,
        'complete the row, and put quotation marks around a field that holds the delimiter',
        record.line,
      );
    return readRow(record, { places, columns, name }, tally);
  });
}

type Places = { readonly [role in keyof PanelColumns]: number };

function columnPlaces(
  header: readonly string[],
  { name, columns }: PanelFile,
  tally: FindingTally,
): Places | undefined {
  const there = header.map((word) => `"${word}"`).join(', ');
  const before = tally.errors();
  const placeOf = (role: keyof PanelColumns): number => {
    const column = columns[role];
    const finding = { severity: 'error', file: name, line: 1, column } as const;
    const first = header.indexOf(column);
    if (first < 0) {
      const message = `the header has no such column; it has ${there}`;
      const hint = header.length === 1 ? ', or name what stands between them with --delimiter' : '';
      tally.add({
        ...finding,
        rule: 'columnMustBeThere',
        message,
        remedy: `name one of them with --${role}${hint}`,
      });
    } else if (header.lastIndexOf(column) !== first) {
      const message = 'the header has this column more than once';
      tally.add({ ...finding, rule: 'columnMustBeOne', message, remedy: 'rename all but one' });
    }
    return first;
  };
  const places = {
    unit: placeOf('unit'),
    time: placeOf('time'),
    outcome: placeOf('outcome'),
    treated: placeOf('treated'),
  };
  return tally.errors() === before ? places : undefined;
}

function fits({ fields }: DelimitedRecord, width: number): boolean {
  return fields.length >= width && fields.slice(width).every((field) => field.trim() === '');
}

const numeric = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** A decimal number as computers write it: a point, no thousands; null for everything else, infinities too. */
export function parseNumber(text: string): number | null {
  const value = numeric.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : null;
}

function readRow(
  { line, fields }: DelimitedRecord,
  at: { readonly places: Places; readonly columns: PanelColumns; readonly name: string },
  tally: FindingTally,
): readonly PanelRow[] {
  /** Undefined beyond the end of a row that is too short, which is a finding already. */
  const cell = (role: keyof PanelColumns) => fields[at.places[role]]?.trim();
  const wrong = (role: keyof PanelColumns, rest: Pick<Finding, 'rule' | 'message' | 'remedy'>) =>
    tally.add({ severity: 'error', file: at.name, line, column: at.columns[role], ...rest });
  const [unit, time] = [cell('unit'), cell('time')];
  const remedy = 'fill it in, or remove the row';
  if (unit === '') wrong('unit', { rule: 'unitMustBeNamed', message: 'the unit is blank', remedy });
  if (time === '') wrong('time', { rule: 'timeMustBeNamed', message: 'the time is blank', remedy });
  const [outcomeText, treatedText] = [cell('outcome'), cell('treated')];
  const outcome = parseNumber(outcomeText ?? '');
  if (outcome === null && outcomeText !== undefined)
    wrong('outcome', {
      rule: 'outcomeMustBeNumber',
      message: outcomeText === '' ? 'the outcome is blank' : `"${outcomeText}" is no number`,
      remedy:
        'give a number with a decimal point and without thousands, or leave out the whole unit or the whole time',
    });
  const flag = parseNumber(treatedText ?? '');
  const treated = flag === 1 ? true : flag === 0 ? false : null;
  if (treated === null && treatedText !== undefined)
    wrong('treated', {
      rule: 'treatedMustBeZeroOrOne',
      message: treatedText === '' ? 'whether treated is blank' : `"${treatedText}" is neither 0 nor 1`,
      remedy: 'give 1 from the first treated time of a treated unit on, else 0',
    });
  return !unit || !time ? [] : [{ line, unit, time, outcome, treated }];
}
