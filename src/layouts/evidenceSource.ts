import { createHash } from 'node:crypto';

/** A file, or text made like one. `open` begins anew each time: a load reads it twice, once for its hash. */
export type EvidenceSource = {
  /** As the person named it; findings show it. */
  readonly name: string;
  readonly open: () => AsyncIterable<Uint8Array | string>;
};

/** The SHA-256, in hexadecimal, and the size of a source's bytes as they lie there (compressed, if they are). */
export async function fingerprint(source: EvidenceSource): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of source.open()) {
    hash.update(chunk);
    bytes += Buffer.byteLength(chunk);
  }
  return { sha256: hash.digest('hex'), bytes };
}
