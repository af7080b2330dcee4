import { createReadStream, createWriteStream, mkdirSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { posix, join } from 'node:path';
import { PassThrough, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import { ReadingStopped } from './readingStopped.ts';
import { bytesAt, readZipDirectory, type ZipEntry } from './zipDirectory.ts';
import { zipMustBeWhole } from './zipMustBeWhole.ts';
import { zipMustNotBeLocked } from './zipMustNotBeLocked.ts';
import { zipMustStayInBounds } from './zipMustStayInBounds.ts';
import { zipNamesMustStayInside } from './zipNamesMustStayInside.ts';

/**
 * Unpacks the files of an archive whose names `wanted` takes, each folder of it into a numbered one below `into`, and
 * answers their paths. Names, sizes and checksums are judged; what is larger than it says is never written. Throws
 * ReadingStopped before the first byte is written, but for damage that shows only while unpacking.
 */
export async function unpackZip(
  path: string,
  into: string,
  wanted: (name: string) => boolean,
): Promise<string[]> {
  const entries = await readZipDirectory(path);
  const sum = (of: (entry: ZipEntry) => number): number => entries.reduce((all, one) => all + of(one), 0);
  const { size } = statSync(path);
  const breach =
    zipNamesMustStayInside(entries.map(({ name }) => name)) ??
    zipMustStayInBounds(
      entries.length,
      sum((one) => one.unpacked),
      size,
    );
  if (breach) throw new ReadingStopped(breach.rule, null, breach.valueClass, breach.message, breach.remedy);
  if (sum((one) => one.packed) > size) throw zipMustBeWhole('files in the archive lie over each other');
  const own = entries.filter(({ name }) => wanted(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name));
  const locked = own.find((one) => one.isLocked || ![0, 8].includes(one.method));
  if (locked) throw zipMustNotBeLocked(locked.isLocked);
  const folders = new Map<string, string>();
  const paths: string[] = [];
  for (const entry of own) {
    const folder = posix.dirname(entry.name);
    const target = folders.get(folder) ?? join(into, String(folders.size + 1));
    if (!folders.has(folder)) mkdirSync(target, { mode: 0o700, recursive: true });
    folders.set(folder, target);
    const file = join(target, posix.basename(entry.name).replaceAll(/[\\:]/g, '-'));
    await unpackEntry(path, entry, file);
    paths.push(file);
  }
  return paths;
}

async function unpackEntry(path: string, entry: ZipEntry, target: string): Promise<void> {
  const file = await open(path);
  let start: number;
  try {
    const head = await bytesAt(file, entry.at, 30);
    if (head.readUInt32LE(0) !== 0x04034b50)
      throw zipMustBeWhole('a file in the archive is not where it should be');
    start = entry.at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  } finally {
    await file.close();
  }
  let [bytes, crc] = [0, 0];
  const count = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      crc = crc32(chunk, crc);
      done(
        bytes > entry.unpacked ? zipMustBeWhole('a file in the archive is larger than it says') : null,
        chunk,
      );
    },
  });
  const source =
    entry.packed === 0
      ? new PassThrough().end()
      : createReadStream(path, { start, end: start + entry.packed - 1 });
  try {
    await pipeline(
      source,
      entry.method === 8 ? createInflateRaw() : new PassThrough(),
      count,
      createWriteStream(target, { mode: 0o600, flags: 'wx' }),
    );
  } catch (cause) {
    const { code = '' } = cause as { code?: string };
    throw code.startsWith('Z_') ? zipMustBeWhole('a file in the archive cannot be unpacked') : cause;
  }
  if (bytes !== entry.unpacked || crc !== entry.crc)
    throw zipMustBeWhole('a file in the archive is not what was packed');
}
