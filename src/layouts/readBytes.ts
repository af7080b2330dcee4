import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import type { EvidenceSource } from './evidenceSource.ts';
import { ReadingStopped } from './readingStopped.ts';

/**
 * The bytes of a source, unpacked when they are gzip's. Throws ReadingStopped for a name in `.gz` whose bytes are
 * not gzip's, and for a packed file that ends early or is damaged; its line is left for the reader of rows.
 */
export async function* readBytes(source: EvidenceSource): AsyncGenerator<Uint8Array> {
  const chunks = source.open()[Symbol.asyncIterator]();
  try {
    let bytes = Buffer.alloc(0);
    while (bytes.length < 2) {
      const next = await chunks.next();
      if (next.done) break;
      bytes = Buffer.concat([bytes, Buffer.from(next.value)]);
    }
    if (bytes.length === 0) return;
    const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
    if (!isGzip && /\.gz$/i.test(source.name)) {
      throw new ReadingStopped(
        'gzipMustBeGzip',
        null,
        'the name ends in .gz but the content is not gzip',
        'get the file again, or rename it if it is not packed',
      );
    }
    const all = (async function* () {
      yield bytes;
      for (let next = await chunks.next(); !next.done; next = await chunks.next())
        yield Buffer.from(next.value);
    })();
    yield* isGzip ? unpack(all) : all;
  } finally {
    await chunks.return?.();
  }
}

async function* unpack(packed: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const input = Readable.from(packed, { objectMode: true });
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  input.on('error', (error) => gunzip.destroy(error));
  try {
    for await (const chunk of input.pipe(gunzip)) yield chunk as Uint8Array;
  } catch (error) {
    const code = (error as { code?: unknown }).code;
    if (code === 'Z_BUF_ERROR') {
      throw new ReadingStopped(
        'gzipMustBeWhole',
        null,
        'the packed file ends before its end',
        'get the file again: it was cut off on the way',
      );
    }
    if (typeof code === 'string' && code.startsWith('Z_')) {
      throw new ReadingStopped('gzipMustBeSound', null, 'the packed file is damaged', 'get the file again');
    }
    throw error;
  } finally {
    input.destroy();
    gunzip.destroy();
  }
}
