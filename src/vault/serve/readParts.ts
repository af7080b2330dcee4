import { Refusal } from '../../vocabulary/refusal.ts';

/** One part of a form: a field, or a file with the name that it has where it comes from. */
export type FormPart = {
  readonly name: string;
  readonly fileName: string | null;
  /** Its bytes in turn. They must be read to their end before the next part is asked for. */
  readonly bytes: AsyncGenerator<Buffer>;
};

/** No part has more to say of itself. */
const longestHead = 16 * 1024;

/**
 * The parts of a `multipart/form-data` body (RFC 7578) in turn, in memory that does not grow with a file. A body that ends
 * before its last boundary, or is none, is refused.
 */
export async function* readParts(
  chunks: AsyncIterable<Uint8Array>,
  boundary: string,
): AsyncGenerator<FormPart> {
  const delimiter = Buffer.from(`\r\n--${boundary}`);
  const source = chunks[Symbol.asyncIterator]();
  // The first boundary may stand at the very start, without the line end that the others have before them.
  let rest: Buffer = Buffer.from('\r\n');

  async function more(): Promise<void> {
    const next = await source.next();
    if (next.done)
      throw new Refusal('What was sent ended too early. Nothing of it was loaded; send it again.');
    const chunk = Buffer.from(next.value.buffer, next.value.byteOffset, next.value.byteLength);
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
  }

  async function* untilDelimiter(): AsyncGenerator<Buffer> {
    for (;;) {
      const at = rest.indexOf(delimiter);
      if (at >= 0) {
        const last = rest.subarray(0, at);
        rest = rest.subarray(at + delimiter.length);
        if (last.length > 0) yield last;
        return;
      }
      // The delimiter may have begun in the last bytes.
      const sure = rest.length - delimiter.length + 1;
      if (sure > 0) {
        const part = rest.subarray(0, sure);
        rest = rest.subarray(sure);
        yield part;
      }
      await more();
    }
  }

  async function take(end: string, most: number): Promise<string> {
    for (;;) {
      const at = rest.indexOf(end);
      if (at >= 0) {
        const text = rest.toString('utf8', 0, at);
        rest = rest.subarray(at + end.length);
        return text;
      }
      if (rest.length > most) throw new Refusal('What was sent is no form that a browser makes.');
      await more();
    }
  }

  // What stands before the first boundary is nobody’s.
  await pass(untilDelimiter());
  for (;;) {
    while (rest.length < 2) await more();
    if (rest.toString('latin1', 0, 2) === '--') return;
    // Behind a boundary only its line end; of a part without headers that would be all.
    await take('\r\n', longestHead);
    const head = await take('\r\n\r\n', longestHead);
    yield { ...describePart(head), bytes: untilDelimiter() };
  }
}

/** Browsers write a quotation mark within a name as %22, line ends as %0D%0A, all else as it is in UTF-8. */
function describePart(head: string): { readonly name: string; readonly fileName: string | null } {
  const line = head.split('\r\n').find((one) => /^content-disposition:/i.test(one)) ?? '';
  const valueOf = (key: string): string | null => {
    const found = new RegExp(`[;\\s]${key}="([^"]*)"`, 'i').exec(line)?.[1];
    return found?.replaceAll('%22', '"').replaceAll(/%0D|%0A/gi, '') ?? null;
  };
  return { name: valueOf('name') ?? '', fileName: valueOf('filename') };
}

/** Reads to the end what nobody wants. */
async function pass(bytes: AsyncGenerator<Buffer>): Promise<void> {
  while (!(await bytes.next()).done);
}
