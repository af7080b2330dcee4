import type { Finding } from '../vocabulary/finding.ts';
import { delimitedRecords } from './delimitedRecords.ts';
import { type FindingTally, findingTally } from './findingTally.ts';
import { parseNumber } from './panelRows.ts';

/** Units and their factors: a row of `table` for each unit, NaN where the file says nothing. */
export type Profile = {
  readonly ids: readonly string[];
  readonly factors: readonly string[];
  readonly table: readonly (readonly number[])[];
};

export type ProfileTrouble = {
  readonly findings: readonly Finding[];
  readonly counts: ReadonlyMap<string, number>;
};

/**
 * Reads a profile: the first column names the unit, the others are numbers, a blank cell is a missing factor. All of
 * it is checked before it says no.
 */
export function readProfile(
  text: string,
  file: string,
  delimiter: string | undefined,
): Profile | ProfileTrouble {
  const tally = findingTally();
  const profile = readRows(text, file, delimiter, tally);
  return profile && tally.errors() === 0 ? profile : { findings: tally.kept(), counts: tally.counts };
}

function readRows(
  text: string,
  file: string,
  delimiter: string | undefined,
  tally: FindingTally,
): Profile | undefined {
  const wrong = (rule: string, line: number | null, column: string | null, message: string, remedy: string) =>
    tally.add({ severity: 'error', rule, file, line, column, message, remedy });
  const records = delimitedRecords(text, file, delimiter);
  if ('refusal' in records) {
    wrong('fileMustHoldRows', null, null, records.refusal, 'give a header and one row for each unit');
    return undefined;
  }
  for (const finding of records.findings) tally.add(finding);
  const [, ...factors] = records.header.map((word) => word.trim());
  if (factors.length === 0)
    wrong(
      'profileMustHaveFactors',
      1,
      null,
      'the header has one column, and it names the unit',
      'add a column for each factor, or name what stands between them with --delimiter',
    );
  for (const [i, factor] of factors.entries()) {
    if (factor === '') wrong('factorMustBeNamed', 1, null, `column ${i + 2} has no name`, 'name it');
    else if (factors.indexOf(factor) !== i)
      wrong('factorMustBeOne', 1, factor, 'the header has this column more than once', 'rename all but one');
  }
  if (records.records.length === 0)
    wrong('fileMustHoldRows', null, null, 'no row follows the header', 'give one row for each unit');
  const lineOf = new Map<string, number>();
  const table: number[][] = [];
  for (const { line, fields } of records.records) {
    const id = fields[0]?.trim() ?? '';
    const before = lineOf.get(id);
    if (id === '') wrong('unitMustBeNamed', line, null, 'the unit is blank', 'fill it in, or remove the row');
    else if (before !== undefined)
      wrong(
        'unitMustBeOne',
        line,
        null,
        `"${id}" stands in line ${before} too`,
        'keep one row for each unit',
      );
    lineOf.set(id, before ?? line);
    if (
      fields.slice(1 + factors.length).some((field) => field.trim() !== '') ||
      fields.length < 1 + factors.length
    )
      wrong(
        'rowMustFitHeader',
        line,
        null,
        `the header has ${1 + factors.length} fields and this row ${fields.length}`,
        'complete the row, and put quotation marks around a field that holds the delimiter',
      );
    table.push(
      factors.map((factor, i) => {
        const cell = fields[i + 1]?.trim() ?? '';
        const value = cell === '' ? NaN : parseNumber(cell);
        if (value === null)
          wrong(
            'factorMustBeNumber',
            line,
            factor,
            `"${cell}" is no number`,
            'give a number with a decimal point and without thousands or signs of percent, or leave it blank',
          );
        return value ?? NaN;
      }),
    );
  }
  return { ids: [...lineOf.keys()], factors, table };
}
