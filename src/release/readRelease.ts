import { crc32, inflateRawSync } from 'node:zlib';
import { canonicalJson } from '../vocabulary/canonicalJson.ts';
import { SignedRelease } from '../vocabulary/release.ts';
import { hashRelease } from './hashRelease.ts';

/** A release as its file holds it, or the sentence why the file is refused. */
export type ReadRelease =
  | { readonly ok: true; readonly hash: string; readonly signed: SignedRelease }
  | { readonly ok: false; readonly reason: string };

/** The most a release file may hold once decompressed: a whole state's cells of a year fit several times. */
export const mostReleaseBytes = 256 * 1024 * 1024;

/**
 * Reads a release file: bounded decompression, UTF-8, JSON, no key but the format's, and written exactly as `sealRelease`
 * writes it, so that nothing can hide between two readings of one text. Signatures are not checked here (`checkSignatures`).
 * Refusals are sentences without a value of the file, but for the names of keys.
 */
export function readRelease(bytes: Uint8Array, mostBytes = mostReleaseBytes): ReadRelease {
  const text = decompress(bytes, mostBytes);
  if (typeof text !== 'string') return text;
  const said = parseJson(text);
  if (said === undefined) return refused('What is in the file is no JSON: it is not a release file.');
  const format = formatOf(said);
  if (format === undefined) return refused('The file does not say that it is a release of Tandem.');
  if (format !== 'tandem release 1') {
    return refused('The file is of another format than tandem release 1: use the Tandem that wrote it.');
  }
  const parsed = SignedRelease.safeParse(said);
  if (!parsed.success)
    return refused(`The file is not a whole release: ${problemText(parsed.error.issues)}.`);
  if (canonicalJson(parsed.data) !== text) {
    return refused('The file was not written by Tandem or was changed since: it is not in canonical form.');
  }
  return { ok: true, hash: hashRelease(parsed.data.release), signed: parsed.data };
}

function refused(reason: string): { readonly ok: false; readonly reason: string } {
  return { ok: false, reason };
}

/** What `sealRelease` begins a file with, but for time and system: gzip, deflate, and none of the fields that hold more. */
const head = [0x1f, 0x8b, 0x08, 0x00];
const headBytes = 10;
const tailBytes = 8;

/**
 * The text of a file that is one gzip member from its first byte to its last: nothing in its head, behind it, or in a second
 * member, where something could hide that no reader is shown.
 */
function decompress(
  bytes: Uint8Array,
  mostBytes: number,
): string | { readonly ok: false; readonly reason: string } {
  if (bytes[0] !== head[0] || bytes[1] !== head[1]) {
    return refused('The file is not compressed as a release file is (gzip): it is something else.');
  }
  if (bytes.length < headBytes) return refused(cutShort);
  if (head.some((byte, at) => bytes[at] !== byte)) {
    return refused(
      'The head of the file holds more than that of a release file: it was not written by Tandem.',
    );
  }
  try {
    const { buffer, engine } = inflateRawSync(bytes.subarray(headBytes), {
      maxOutputLength: mostBytes,
      info: true,
    }) as unknown as { readonly buffer: Buffer; readonly engine: { readonly bytesWritten: number } };
    const end = headBytes + engine.bytesWritten;
    if (bytes.length < end + tailBytes) return refused(cutShort);
    if (bytes.length > end + tailBytes) {
      return refused(
        `The file goes on after the end of the release (bytes: ${bytes.length - end - tailBytes}): it was not written by Tandem.`,
      );
    }
    const tail = Buffer.from(bytes.subarray(end));
    if (tail.readUInt32LE(0) !== crc32(buffer) || tail.readUInt32LE(4) !== buffer.length % 2 ** 32) {
      return refused('The file is damaged: get it again.');
    }
    if (isTooDense(buffer)) {
      return refused('What is in the file is made of more and smaller parts than any release: it is none.');
    }
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(buffer);
  } catch (cause) {
    const { code } = cause as { code?: string };
    if (code === 'ERR_BUFFER_TOO_LARGE') {
      return refused(`The file holds more than ${Math.round(mostBytes / 1048576)} MiB: no release does.`);
    }
    if (code === 'Z_BUF_ERROR') return refused(cutShort);
    if (code?.startsWith('Z_')) return refused('The file is damaged: get it again.');
    return refused('What is in the file is not UTF-8 text: it is not a release file.');
  }
}

/** The shortest cell of a release has 11 bytes for each of these; what has fewer was made to fill the memory of its reader. */
const leastBytesAPart = 8;
const openers = new Set([...',[{'].map((letter) => letter.charCodeAt(0)));

function isTooDense(text: Uint8Array): boolean {
  let parts = 0;
  for (const byte of text) if (openers.has(byte)) parts += 1;
  return parts * leastBytesAPart > text.length + 8000;
}

const cutShort = 'The file is cut short: get it again.';

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function formatOf(said: unknown): unknown {
  const { release } = (said ?? {}) as { release?: unknown };
  return ((release ?? {}) as { format?: unknown }).format;
}

type Issue = {
  readonly path: readonly PropertyKey[];
  readonly code?: string;
  readonly keys?: readonly string[];
};

/** Where the first thing is that the format does not know, in words: `release.tables.0.cells.3: not as the format says`. */
function problemText(issues: readonly Issue[]): string {
  const [first] = issues;
  const place = first?.path.map(String).join('.') || 'its whole';
  const what = first?.keys ? `has the unknown key ${first.keys.join(', ')}` : 'is not as the format says';
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${place} ${what}${more}`;
}
