import type { StudentTables } from '../studentRows.ts';
import { calpadsExtracts } from './calpadsExtracts.ts';
import { courseExtracts } from './courseExtracts.ts';
import { directCertifiedExtracts } from './directCertifiedExtracts.ts';
import type { ExtractFile } from './extractFile.ts';
import { plainExtracts } from './plainExtracts.ts';
import { staffExtracts } from './staffExtracts.ts';
import { caasppExtract, elpacExtract } from './testExtracts.ts';

/** Every file that a district would load. */
export function* allExtracts(tables: StudentTables): Generator<ExtractFile> {
  yield* plainExtracts(tables);
  yield* calpadsExtracts(tables);
  yield* courseExtracts(tables);
  yield* directCertifiedExtracts(tables);
  yield* staffExtracts(tables);
  const years = [...new Set(tables.test_result.map((row) => row.school_year))].sort((a, b) => a - b);
  for (const year of years) {
    yield caasppExtract(tables, year);
    yield elpacExtract(tables, year);
  }
}
