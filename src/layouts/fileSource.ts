import { createReadStream } from 'node:fs';
import type { EvidenceSource } from './evidenceSource.ts';

export function fileSource(path: string): EvidenceSource {
  return { name: path, open: () => createReadStream(path, { highWaterMark: 1 << 18 }) };
}
