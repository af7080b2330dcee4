import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import type { Breach } from '../intake/breach.ts';
import type { CellReader } from '../intake/readCells.ts';
import { datedCodes } from './profileChanges.ts';
import type { RecordType } from './recordFields.ts';

/** A code that CALPADS took only from a later year on is a note: a district may have brought its history up to date. */
export function codesMustHoldInTheirYear(
  type: RecordType,
  year: number,
  cells: Pick<CellReader<string>, 'text' | 'column'>,
): Breach[] {
  return datedCodes
    .filter((one) => one.type === type && year < one.since && cells.text(one.field) === one.code)
    .map(({ field, code, since, before }) => ({
      rule: 'codesMustHoldInTheirYear',
      severity: 'note',
      column: cells.column(field),
      valueClass: code,
      message: `CALPADS knows ${code} from ${schoolYearName(since)} on; before, ${before}`,
      remedy: 'look whether the academic year or the code is wrong',
    }));
}
