import type { Breach } from './breach.ts';
import type { Column, Columns } from './columns.ts';
import { parseDay } from './parseDay.ts';
import { valueClass } from './valueClass.ts';

/** Reads the cells of the current row by field, as trimmed text or as what they mean; what cannot be read is a finding. */
export type CellReader<Field extends string> = {
  readonly row: (cells: readonly string[]) => void;
  readonly has: (field: Field) => boolean;
  readonly column: (field: Field) => string;
  readonly text: (field: Field) => string | null;
  readonly day: (field: Field) => string | null;
  readonly number: (field: Field) => number | null;
  readonly yes: (field: Field) => boolean | null;
  /** One of these codes, else a finding and null. */
  readonly code: (field: Field, codes: ReadonlySet<string>, what: string) => string | null;
};

/** Blank is not said; what is in none of them is neither yes nor no. */
const yesOrNo = new Map<string, boolean | null>([
  ['', null],
  ...['Y', 'y', 'YES', 'Yes', 'yes', 'TRUE', 'True', 'true', '1'].map((word) => [word, true] as const),
  ...['N', 'n', 'NO', 'No', 'no', 'FALSE', 'False', 'false', '0'].map((word) => [word, false] as const),
]);

export function readCells<Field extends string>(
  columns: Columns<Field>,
  breach: (one: Breach) => void,
): CellReader<Field> {
  let cells: readonly string[] = [];
  const raw = ({ index }: Column): string => (index < 0 ? '' : (cells[index] ?? '').trim());
  const refuse = (field: Field, rule: string, value: string, message: string, remedy: string): null => {
    breach({
      rule,
      severity: 'error',
      column: columns[field].name,
      valueClass: valueClass(value),
      message,
      remedy,
    });
    return null;
  };
  return {
    row: (next) => {
      cells = next;
    },
    has: (field) => columns[field].index >= 0,
    column: (field) => columns[field].name,
    text: (field) => raw(columns[field]) || null,
    day: (field) => {
      const value = raw(columns[field]);
      if (value === '') return null;
      return (
        parseDay(value) ??
        refuse(
          field,
          'dateMustBeADay',
          value,
          'is no day of the calendar',
          'write it as 2024-10-02 or 20241002',
        )
      );
    },
    number: (field) => {
      const value = raw(columns[field]);
      if (value === '') return null;
      return /^-?\d{1,9}(\.\d+)?$/.test(value)
        ? Number(value)
        : refuse(field, 'valueMustBeANumber', value, 'is no number', 'look for shifted columns in this row');
    },
    yes: (field) => {
      const value = raw(columns[field]);
      const said = yesOrNo.get(value) ?? yesOrNo.get(value.toUpperCase());
      if (said !== undefined) return said;
      return refuse(
        field,
        'valueMustBeYesOrNo',
        value,
        'is neither yes nor no',
        'look for shifted columns in this row',
      );
    },
    code: (field, codes, what) => {
      const value = raw(columns[field]);
      if (value === '') return null;
      return codes.has(value)
        ? value
        : refuse(field, 'codeMustBeKnown', value, `is no ${what}`, `known are ${[...codes].join(' ')}`);
    },
  };
}
