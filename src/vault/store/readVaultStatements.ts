import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listedStatements, type Statement } from '../../vocabulary/sqlStatements.ts';

/**
 * The statements of the `.sql` beside a file of the vault: `readVaultStatements(import.meta.url, ['selectStudents'])`
 * in `x.ts` or `x.store.ts` reads `x.sql`. They are DuckDB's. Throws when the file and the list of names differ.
 */
export function readVaultStatements<const Name extends string>(
  fileUrl: string,
  names: readonly Name[],
): Readonly<Record<Name, Statement>> {
  const path = fileURLToPath(fileUrl).replace(/(\.store)?\.ts$/, '.sql');
  return listedStatements(readFileSync(path, 'utf8'), path, names);
}
