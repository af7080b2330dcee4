import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { Refusal } from '../../vocabulary/refusal.ts';
import {
  BackupEnd,
  BackupHeader,
  type BackupTable,
  backupFormat,
  formatVersion,
  TableEnd,
  TableStart,
} from './backupHeader.ts';
import { countLines } from './countLines.ts';
import { type LineReader, lineReader, TextEnded } from './lineReader.ts';

/** A table of a backup; `rows` are blocks of whole lines of COPY text, to be read to their end before the next table. */
export type TableReading = { readonly table: BackupTable; readonly rows: AsyncGenerator<Buffer> };

export type BackupReading = {
  readonly header: BackupHeader;
  readonly tables: AsyncGenerator<TableReading>;
};

const longestLineBytes = 16 * 1024 * 1024;
const blockBytes = 1024 * 1024;

/**
 * Opens a backup for `use`, which must read `tables` to the end to know that the backup is whole: every table's rows
 * are counted and hashed, and so is the file. Throws a Refusal that names the table where the file is cut off or altered.
 */
export async function readBackup<T>(
  file: string,
  use: (reading: BackupReading) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  const text = createGunzip({ chunkSize: blockBytes });
  const filled = pipeline(createReadStream(file), text, { signal });
  filled.catch(() => undefined);
  const whole = createHash('sha256');
  const lines = lineReader(text, (bytes) => whole.update(bytes));
  let place = 'its first line';
  try {
    const header = await readHeader(lines, file);
    const tables = readTables(lines, header, file, (next) => {
      place = next;
      return whole.copy().digest('hex');
    });
    return await use({ header, tables });
  } catch (error) {
    throw refusalOf(error, file, place);
  } finally {
    text.destroy();
    await filled.catch(() => undefined);
  }
}

async function readHeader(lines: LineReader, file: string): Promise<BackupHeader> {
  const json = parseJson(await lines.line(longestLineBytes));
  const { format, version } = (json ?? {}) as { format?: unknown; version?: unknown };
  if (format !== backupFormat) throw noBackup(file);
  if (typeof version === 'number' && version > formatVersion) {
    throw new Refusal(`${file} was made by a newer Tandem (format ${version}). Use that version.`);
  }
  const header = BackupHeader.safeParse(json);
  if (!header.success) throw damaged(file, 'its first line');
  return header.data;
}

/** `at` is told what is read next and answers the hash of everything read so far. */
async function* readTables(
  lines: LineReader,
  header: BackupHeader,
  file: string,
  at: (place: string) => string,
): AsyncGenerator<TableReading> {
  for (const table of header.tables) {
    const place = `the table ${table.name}`;
    at(place);
    const start = await readLine(lines, TableStart);
    if (start?.table !== table.name) throw damaged(file, place);
    const sha256 = createHash('sha256');
    let rows = 0;
    const checked = async function* () {
      for await (const block of lines.rows()) {
        sha256.update(block);
        rows += countLines(block);
        yield block;
      }
    };
    yield { table, rows: checked() };
    const end = await readLine(lines, TableEnd);
    const isWhole = end?.table === table.name && rows === end.rows && rows === table.rows;
    if (!isWhole || end.sha256 !== sha256.digest('hex')) throw damaged(file, place);
  }
  const found = at('its last line');
  const end = await readLine(lines, BackupEnd);
  if (end?.sha256 !== found) throw damaged(file, 'its first or last line');
  if ((await lines.line(0)) !== undefined) throw damaged(file, 'its last line');
}

async function readLine<T>(lines: LineReader, shape: z.ZodType<T>): Promise<T | undefined> {
  const json = parseJson(await lines.line(longestLineBytes));
  const line = shape.safeParse(json);
  return line.success ? line.data : undefined;
}

function parseJson(line: Buffer | undefined): unknown {
  try {
    return line === undefined ? undefined : JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}

function noBackup(file: string): Refusal {
  return new Refusal(`${file} is not a backup of Tandem, or is damaged from its beginning.`);
}

function damaged(file: string, place: string): Refusal {
  return new Refusal(`${file} was altered or damaged in ${place}. Use another copy, or another backup.`);
}

function refusalOf(error: unknown, file: string, place: string): unknown {
  const { code } = error as { code?: string };
  if (code === 'Z_BUF_ERROR' || error instanceof TextEnded) {
    return new Refusal(`${file} is cut off in ${place}. Use another copy, or another backup.`);
  }
  if (code?.startsWith('Z_')) {
    return place === 'its first line'
      ? new Refusal(`${file} is not a backup of Tandem.`)
      : damaged(file, place);
  }
  if (code && /^(ENOENT|EACCES|EISDIR|ENOTDIR|EPERM|EIO)$/.test(code)) {
    return new Refusal(`${file} cannot be read (${code}).`);
  }
  return error;
}
