import type { StudentTables } from '../studentRows.ts';
import { calpadsExtracts } from './calpadsExtracts.ts';
import type { ExtractFile } from './extractFile.ts';
import { plainExtracts } from './plainExtracts.ts';
import { staffExtracts } from './staffExtracts.ts';
import { caasppExtract, elpacExtract } from './testExtracts.ts';

/**
 * Every file that a district would load, but courses (CRSC, SCSC). Direct certification stands in no layout and
 * is lost on the way.
 */
export function* allExtracts(tables: StudentTables): Generator<ExtractFile> {
  yield* plainExtracts(tables);
  yield* calpadsExtracts(tables);
  yield* staffExtracts(tables);
  const years = [...new Set(tables.test_result.map((row) => row.school_year))].sort((a, b) => a - b);
  for (const year of years) {
    yield caasppExtract(tables, year);
    yield elpacExtract(tables, year);
  }
}
