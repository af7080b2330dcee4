import { isAscii, isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { ReadingStopped } from './readingStopped.ts';

export type TextEncoding = 'utf-8' | 'windows-1252';

export type FileSurvey = { readonly sha256: string; readonly encoding: TextEncoding; readonly bytes: number };

/**
 * Reads a file once for its SHA-256 and its encoding: UTF-8 when all of it is, windows-1252 (Latin-1 with Windows' own
 * marks) when none of its accents are UTF-8. Throws ReadingStopped for a file that has both, or zero bytes.
 */
export async function surveyFile(path: string): Promise<FileSurvey> {
  const hash = createHash('sha256');
  let [bytes, line] = [0, 1];
  let rest: Buffer = Buffer.alloc(0);
  let utf8Line = 0;
  let otherLine = 0;
  const look = (block: Buffer): void => {
    const isAll = isUtf8(block);
    if (isAll && (utf8Line > 0 || isAscii(block))) {
      line += linesIn(block);
      return;
    }
    for (let from = 0; from < block.length; ) {
      const end = block.indexOf(0x0a, from);
      const one = block.subarray(from, end < 0 ? block.length : end);
      if (one.includes(0)) throw zeros(line);
      if (!isAscii(one)) {
        if (isUtf8(one)) utf8Line ||= line;
        else otherLine ||= line;
      }
      if (utf8Line && otherLine) throw mixed(utf8Line, otherLine);
      from += one.length + 1;
      line += 1;
    }
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const piece = chunk as Buffer;
    hash.update(piece);
    bytes += piece.length;
    if (piece.includes(0)) throw zeros(null);
    const end = piece.lastIndexOf(0x0a) + 1;
    if (end === 0) rest = Buffer.concat([rest, piece]);
    else {
      look(Buffer.concat([rest, piece.subarray(0, end)]));
      rest = Buffer.from(piece.subarray(end));
    }
  }
  if (rest.length > 0) look(rest);
  return { sha256: hash.digest('hex'), encoding: otherLine > 0 ? 'windows-1252' : 'utf-8', bytes };
}

function linesIn(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) count += 1;
  return count;
}

function mixed(utf8: number, other: number): ReadingStopped {
  return new ReadingStopped(
    'encodingMustBeOne',
    Math.max(utf8, other),
    'bytes of two encodings',
    `line ${utf8} has UTF-8 letters and line ${other} Latin-1 letters: the file was put together from two`,
    'export it again in one piece, or save all of it as UTF-8',
  );
}

function zeros(line: number | null): ReadingStopped {
  return new ReadingStopped(
    'textMustHoldNoZeros',
    line,
    'zero byte',
    'the file holds zero bytes: it is UTF-16, packed or no text',
    'save it as UTF-8 text; unpack it when it is packed',
  );
}
