import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { EdfiBundleEnd, EdfiBundleHead } from '../../vocabulary/edfiBundle.ts';
import { bundleMustBeWhole } from './bundleMustBeWhole.ts';

/** A line of a bundle that is a record: its collection, and the whole line. */
export type BundleLine = { readonly collection: string; readonly text: string; readonly line: number };

const recordLine = /^\{"resource":"(\w{1,100})","record":/;
const longestLine = 1 << 22;

/** The head of a bundle from its first line; undefined when the line is none. */
export function parseBundleHead(line: string): EdfiBundleHead | undefined {
  const value = parsed(line) as Partial<EdfiBundleHead> | undefined;
  if (value?.bundle !== 'ed-fi' || typeof value.standard !== 'string') return undefined;
  const { schoolYear = null, without = [] } = value;
  return { ...value, schoolYear, without } as EdfiBundleHead;
}

/**
 * The records of a bundle behind its head, some at a time. Throws ReadingStopped when it was cut off or changed: the last
 * line must give the counts and the hash of what was read.
 */
export async function* readBundle(path: string): AsyncGenerator<readonly BundleLine[]> {
  const hash = createHash('sha256');
  const counts = new Map<string, number>();
  let [rest, line]: [Buffer, number] = [Buffer.alloc(0), 0];
  let end: Partial<EdfiBundleEnd> | undefined;
  const take = (bytes: Buffer): BundleLine | undefined => {
    line += 1;
    if (end) throw bundleMustBeWhole(line, 'a line behind the last');
    const text = bytes.toString('utf8').trimEnd();
    if (line > 1 && text.startsWith('{"end":true')) {
      end = parsed(text) ?? {};
      return undefined;
    }
    hash.update(bytes);
    if (line === 1) return undefined;
    const collection = recordLine.exec(text)?.[1];
    if (collection === undefined) throw bundleMustBeWhole(line, 'a line that is no record');
    counts.set(collection, (counts.get(collection) ?? 0) + 1);
    return { collection, text, line };
  };
  for await (const chunk of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const bytes = Buffer.concat([rest, chunk as Buffer]);
    const lines: BundleLine[] = [];
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      const one = take(bytes.subarray(from, at + 1));
      if (one) lines.push(one);
      from = at + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length > longestLine) throw bundleMustBeWhole(line + 1, 'a line without end');
    if (lines.length > 0) yield lines;
  }
  if (rest.length > 0 || !end) throw bundleMustBeWhole(line, 'no last line');
  const said = Object.entries(end.records ?? {}).filter(([, count]) => count > 0);
  const isWhole = said.length === counts.size && said.every(([name, count]) => counts.get(name) === count);
  if (!isWhole || end.sha256 !== hash.digest('hex')) throw bundleMustBeWhole(line, 'other counts or hash');
}

function parsed(text: string): Partial<EdfiBundleEnd> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
