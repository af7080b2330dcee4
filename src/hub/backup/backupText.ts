import { createHash } from 'node:crypto';
import { type BackupHeader, backupFormat, endOfRows, formatVersion } from './backupHeader.ts';
import { countLines } from './countLines.ts';
import { leftOut } from './leftOut.ts';
import type { RowSource } from './rowSource.ts';

/** A table did not give the rows it was counted to have: something wrote to it before it was read. */
export class TableChanged extends Error {
  override readonly name = 'TableChanged';
}

/** The header of a backup of a source, made at a time. */
export function backupHeader(source: RowSource, at: Date): BackupHeader {
  return {
    format: backupFormat,
    version: formatVersion,
    madeAt: at.toISOString(),
    migrations: [...source.contents.migrations],
    tables: source.contents.tables.map(({ name, columns, rows }) => ({ name, columns, rows })),
    leftOut: [...leftOut],
  };
}

/** A backup's bytes, before they are compressed. Throws TableChanged. */
export async function* backupText(source: RowSource, header: BackupHeader): AsyncGenerator<Uint8Array> {
  const whole = createHash('sha256');
  const kept = (bytes: Uint8Array) => {
    whole.update(bytes);
    return bytes;
  };
  yield kept(line(header));
  for (const table of source.contents.tables) {
    yield kept(line({ table: table.name }));
    const sha256 = createHash('sha256');
    let rows = 0;
    for await (const bytes of source.rows(table)) {
      sha256.update(bytes);
      rows += countLines(bytes);
      yield kept(bytes);
    }
    if (rows !== table.rows) {
      throw new TableChanged(`${rows} rows of ${table.name} were read, ${table.rows} were counted`);
    }
    yield kept(Buffer.from(`${endOfRows}\n`));
    yield kept(line({ table: table.name, rows, sha256: sha256.digest('hex') }));
  }
  yield line({ sha256: whole.digest('hex') });
}

function line(value: unknown): Uint8Array {
  return Buffer.from(`${JSON.stringify(value)}\n`);
}
