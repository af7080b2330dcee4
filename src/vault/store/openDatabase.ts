import { mkdirSync, rmSync } from 'node:fs';
import { type DuckDBConnection, DuckDBInstance, LIST, listValue, VARCHAR } from '@duckdb/node-api';
import { readVaultStatements } from './readVaultStatements.ts';

const statements = readVaultStatements(import.meta.url, [
  'setTimeZone',
  'allowFolders',
  'allowFiles',
  'shutOutside',
  'lockConfiguration',
]);

export type DatabasePlace = {
  /** The file; made when it is not there. */
  readonly file: string;
  /** The private folder for what does not fit into memory. It is emptied. */
  readonly temporary: string;
};

export type DatabaseLimits = {
  /** In DuckDB's words: `4GB`. */
  readonly memory: string;
  readonly temporaryDisk: string;
  readonly threads: number;
};

/**
 * Opens a DuckDB file so that its SQL reaches nothing but that file, its private temporary folder and what `mayRead`
 * names. A killed DuckDB leaves what it spilled behind, so the temporary folder is emptied first; what is spilled is
 * encrypted with a key that only this process holds, by DuckDB's built-in cipher, whose randomness DuckDB calls unsafe: it
 * keeps names out of the files, and promises no more. What
 * SQL may read it may also write: DuckDB does not tell the two apart.
 */
export async function openDatabase(
  { file, temporary }: DatabasePlace,
  limits: DatabaseLimits,
  mayRead: { readonly files: readonly string[]; readonly folders: readonly string[] },
): Promise<DuckDBInstance> {
  rmSync(temporary, { recursive: true, force: true });
  mkdirSync(temporary, { mode: 0o700, recursive: true });
  const instance = await DuckDBInstance.create(file, {
    memory_limit: limits.memory,
    threads: String(limits.threads),
    temp_directory: temporary,
    max_temp_directory_size: limits.temporaryDisk,
    temp_file_encryption: 'true',
    // Without it nothing can be spilled at all: the cipher that DuckDB calls secure comes by network.
    force_mbedtls_unsafe: 'true',
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    allow_community_extensions: 'false',
  });
  try {
    const connection = await instance.connect();
    await lockDown(connection, mayRead);
    connection.closeSync();
  } catch (cause) {
    instance.closeSync();
    throw cause;
  }
  return instance;
}

async function lockDown(
  connection: DuckDBConnection,
  { files, folders }: { readonly files: readonly string[]; readonly folders: readonly string[] },
): Promise<void> {
  await connection.run(statements.setTimeZone.text);
  const paths = [LIST(VARCHAR)];
  await connection.run(statements.allowFolders.text, [listValue([...folders])], paths);
  await connection.run(statements.allowFiles.text, [listValue([...files])], paths);
  await connection.run(statements.shutOutside.text);
  await connection.run(statements.lockConfiguration.text);
}
