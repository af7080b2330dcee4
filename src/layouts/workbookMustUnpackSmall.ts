import { inflateRawSync } from 'node:zlib';

/** What a workbook may come to once it is unpacked: some 200,000 rows. */
const mostUnpacked = 64 << 20;
const [localFile, directoryEntry, directoryEnd] = [0x04034b50, 0x02014b50, 0x06054b50];

/** What the bytes of a zip are: a workbook that may be opened, another archive, or too much once it is unpacked. */
export type ZipKind = 'workbook' | 'other archive' | 'too large' | 'damaged';

/**
 * Looks into a zip before anybody unpacks it. The sizes an archive states may be lies, so that each part is unpacked here with a bound and
 * thrown away.
 */
export function zipKindOf(bytes: Uint8Array): ZipKind {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return kindOf(zip);
  } catch (error) {
    if (error instanceof RangeError || isZlibError(error)) return 'damaged';
    throw error;
  }
}

function kindOf(zip: Buffer): ZipKind {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || zip.readUInt32LE(end) !== directoryEnd) return 'damaged';
  const entries = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  let left = mostUnpacked;
  let isWorkbook = false;
  for (let i = 0; i < entries; i++) {
    if (zip.readUInt32LE(at) !== directoryEntry) return 'damaged';
    const nameLength = zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    isWorkbook ||= name === 'xl/workbook.xml';
    const size = unpackedSize(zip, at, left);
    if (size > left) return 'too large';
    left -= size;
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return isWorkbook ? 'workbook' : 'other archive';
}

/** Bytes of one part, or more than `most`. */
function unpackedSize(zip: Buffer, at: number, most: number): number {
  const method = zip.readUInt16LE(at + 10);
  const packed = zip.readUInt32LE(at + 20);
  const start = zip.readUInt32LE(at + 42);
  if (zip.readUInt32LE(start) !== localFile)
    throw new RangeError('a part of the archive is not where it should be');
  const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  if (method === 0) return packed;
  if (method !== 8 || packed === 0xffffffff)
    throw new RangeError('a part of the archive is packed another way');
  try {
    return inflateRawSync(zip.subarray(from, from + packed), { maxOutputLength: most + 1 }).length;
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE') return most + 1;
    throw error;
  }
}

function isZlibError(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('Z_');
}
