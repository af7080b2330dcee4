import { endOfRows } from './backupHeader.ts';

/** The bytes of a text, line by line or in blocks of whole lines, without ever holding more than a block or one long line. */
export type LineReader = {
  /** The next line without its end; undefined after the last. Throws when the text ends within it, or it is longer than `mostBytes`. */
  readonly line: (mostBytes: number) => Promise<Buffer | undefined>;
  /** Blocks of whole lines up to the line `\.`, which is taken too. Throws when the text ends first. */
  readonly rows: () => AsyncGenerator<Buffer>;
};

export class TextEnded extends Error {
  override readonly name = 'TextEnded';
}

const newline = 0x0a;
const longestRowBytes = 256 * 1024 * 1024;
const end = Buffer.from(`${endOfRows}\n`);

/** `onBytes` is called with every byte that is handed out, in order. */
export function lineReader(chunks: AsyncIterable<Buffer>, onBytes: (bytes: Buffer) => void): LineReader {
  const source = chunks[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);

  const more = async (mostBytes: number): Promise<boolean> => {
    if (held.length > mostBytes) throw new TextEnded(`a line is longer than ${mostBytes} bytes`);
    const next = await source.next();
    if (next.done) return false;
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value]);
    return true;
  };
  const take = (length: number): Buffer => {
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    onBytes(taken);
    return taken;
  };

  return {
    line: async (mostBytes) => {
      let at = held.indexOf(newline);
      while (at === -1) {
        if (!(await more(mostBytes))) {
          if (held.length === 0) return undefined;
          throw new TextEnded('the text ends within a line');
        }
        at = held.indexOf(newline);
      }
      return take(at + 1).subarray(0, at);
    },
    rows: async function* () {
      for (;;) {
        const stop = endOfRowsIn(held);
        if (stop !== -1) {
          if (stop > 0) yield take(stop);
          take(end.length);
          return;
        }
        const length = held.lastIndexOf(newline) + 1;
        if (length > 0) yield take(length);
        else if (!(await more(longestRowBytes))) throw new TextEnded('the text ends within rows');
      }
    },
  };
}

/** Where the line `\.` begins, or -1. */
function endOfRowsIn(bytes: Buffer): number {
  if (bytes.subarray(0, end.length).equals(end)) return 0;
  const at = bytes.indexOf(`\n${endOfRows}\n`);
  return at === -1 ? -1 : at + 1;
}
