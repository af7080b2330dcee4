import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { listedStatements, type Statement } from '../../vocabulary/sqlStatements.ts';

/**
 * The statements of the `.sql` beside a store: `readStatements(import.meta.url, ['selectTargets'])` in
 * `x.store.ts` reads `x.sql`. Throws when the file and the list of names differ.
 */
export function readStatements<const Name extends string>(
  storeUrl: string,
  names: readonly Name[],
): Readonly<Record<Name, Statement>> {
  const path = fileURLToPath(storeUrl).replace(/(\.store)?\.ts$/, '.sql');
  return listedStatements(readFileSync(path, 'utf8'), path, names);
}
