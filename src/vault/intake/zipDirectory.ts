import { type FileHandle, open } from 'node:fs/promises';
import { zipMustBeWhole } from './zipMustBeWhole.ts';

/** A file in an archive as its directory names it; `at` is where its own header begins. */
export type ZipEntry = {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly crc: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly isLocked: boolean;
  readonly at: number;
};

const [endMark, directoryMark, zip64Mark, locatorMark] = [0x06054b50, 0x02014b50, 0x06064b50, 0x07064b50];
const longestDirectory = 64 * 2 ** 20;

/** Whether the file begins as an archive does, whatever its name. */
export async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return bytesRead === 4 && [0x04034b50, endMark].includes(buffer.readUInt32LE(0));
  } finally {
    await file.close();
  }
}

/**
 * The files of an archive by its directory, which stands at its end (PKWARE's APPNOTE 6.3, sections 4.3.12 to 4.3.16, with
 * the 64-bit form). Folders are left out. Throws ReadingStopped for what is cut short.
 */
export async function readZipDirectory(path: string): Promise<ZipEntry[]> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const tail = await bytesAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557));
    let end = tail.length - 22;
    while (end >= 0 && tail.readUInt32LE(end) !== endMark) end -= 1;
    if (end < 0) throw cutShort();
    let [count, length, from] = [
      tail.readUInt16LE(end + 10),
      tail.readUInt32LE(end + 12),
      tail.readUInt32LE(end + 16),
    ];
    if (end >= 20 && tail.readUInt32LE(end - 20) === locatorMark) {
      const wide = await bytesAt(file, Number(tail.readBigUInt64LE(end - 12)), 56);
      if (wide.readUInt32LE(0) !== zip64Mark) throw cutShort();
      [count, length, from] = [32, 40, 48].map((at) => Number(wide.readBigUInt64LE(at))) as typeof sizes;
    }
    if (length > longestDirectory || from + length > size) throw cutShort();
    const directory = await bytesAt(file, from, length);
    const entries: ZipEntry[] = [];
    let at = 0;
    for (let i = 0; i < count; i++) {
      if (at + 46 > directory.length || directory.readUInt32LE(at) !== directoryMark) throw cutShort();
      const [name, extra, comment] = [28, 30, 32].map((field) =>
        directory.readUInt16LE(at + field),
      ) as typeof sizes;
      const next = at + 46 + name + extra + comment;
      if (next > directory.length) throw cutShort();
      entries.push(entryAt(directory.subarray(at, next), name, extra));
      at = next;
    }
    return entries.filter((one) => !one.name.endsWith('/'));
  } finally {
    await file.close();
  }
}

const sizes: [number, number, number] = [0, 0, 0];

function entryAt(bytes: Buffer, nameLength: number, extraLength: number): ZipEntry {
  const extra = bytes.subarray(46 + nameLength, 46 + nameLength + extraLength);
  const wide = wideNumbers(extra);
  const number = (at: number): number => {
    const said = bytes.readUInt32LE(at);
    return said === 0xffffffff ? (wide.shift() ?? said) : said;
  };
  // The order of the 64-bit numbers is that of the standard: unpacked, packed, place.
  const [unpacked, packed, at] = [number(24), number(20), number(42)];
  return {
    name: bytes.toString('utf8', 46, 46 + nameLength),
    packed,
    unpacked,
    crc: bytes.readUInt32LE(16),
    method: bytes.readUInt16LE(10),
    isLocked: (bytes.readUInt16LE(8) & 1) === 1,
    at,
  };
}

function wideNumbers(extra: Buffer): number[] {
  for (let at = 0; at + 4 <= extra.length; ) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      const field = extra.subarray(at + 4, at + 4 + length);
      return Array.from({ length: Math.floor(field.length / 8) }, (_, i) =>
        Number(field.readBigUInt64LE(i * 8)),
      );
    }
    at += 4 + length;
  }
  return [];
}

/** Exactly these bytes of the file. */
export async function bytesAt(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from);
  if (bytesRead < length) throw cutShort();
  return buffer;
}

function cutShort() {
  return zipMustBeWhole('the archive was cut short or is no archive');
}
