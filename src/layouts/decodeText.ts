import { isUtf8 } from 'node:buffer';
import { ReadingStopped } from './readingStopped.ts';

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const windows = new TextDecoder('windows-1252');

/** Bytes that windows-1252 leaves undefined. */
const undefinedBytes = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/**
 * The text of whole lines. Bytes that the encoding cannot hold stop the reading at their line, and so does a file
 * in windows-1252 by its layout whose bytes are UTF-8. `firstLine` is the line the bytes begin on.
 */
export function decodeText(bytes: Uint8Array, encoding: 'utf-8' | 'windows-1252', firstLine: number): string {
  if (encoding === 'windows-1252') {
    const odd = bytes.findIndex((byte) => undefinedBytes.has(byte));
    if (odd >= 0 || (bytes.some((byte) => byte > 0x7f) && isUtf8(bytes))) {
      throw notThatEncoding(
        bytes,
        odd >= 0 ? odd : bytes.findIndex((byte) => byte > 0x7f),
        encoding,
        firstLine,
      );
    }
    return textWithoutZeros(windows.decode(bytes), firstLine);
  }
  if (!isUtf8(bytes)) throw notThatEncoding(bytes, firstInvalidUtf8(bytes), encoding, firstLine);
  return textWithoutZeros(utf8.decode(bytes), firstLine);
}

function notThatEncoding(bytes: Uint8Array, at: number, encoding: string, firstLine: number): ReadingStopped {
  const before = bytes.subarray(0, at);
  const lineStart = before.lastIndexOf(0x0a) + 1;
  const line = firstLine + before.reduce((lines, byte) => lines + (byte === 0x0a ? 1 : 0), 0);
  const hex = `0x${(bytes[at] ?? 0).toString(16).padStart(2, '0')}`;
  return new ReadingStopped(
    'encodingMustBeTheLayouts',
    line,
    `byte ${hex}, number ${at - lineStart + 1} of its line, is not ${encoding} text`,
    `save the file as ${encoding} text, or get it again from its publisher`,
  );
}

/** PostgreSQL keeps no zero character; one in a text file means it is another kind of file. */
function textWithoutZeros(text: string, firstLine: number): string {
  const at = text.indexOf('\0');
  if (at < 0) return text;
  throw new ReadingStopped(
    'textMustHoldNoZeros',
    firstLine + (text.slice(0, at).match(/\n/g)?.length ?? 0),
    'the text holds a zero character',
    'save the file as plain text in the layout’s encoding',
  );
}

function firstInvalidUtf8(bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (!isUtf8(bytes.subarray(at, at + length))) break;
    at += length;
  }
  return at;
}
