import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { IntakeLayout } from '../intake/layout.ts';
import type { RowBatch } from '../intake/readLines.ts';
import { ReadingStopped } from '../intake/readingStopped.ts';
import type { RecognisedFile } from '../intake/recogniseFile.ts';
import type { TextEncoding } from '../intake/surveyFile.ts';
import { edfiHeader } from './edfiRecord.ts';
import { bundleMustHaveAHead } from './bundleMustHaveAHead.ts';
import { parseBundleHead, readBundle } from './readBundle.ts';
import { readInterchange } from './readInterchange.ts';
import { bundleMustBeOfTheStandard } from './bundleMustBeOfTheStandard.ts';

/** A file of a set, and how its text is encoded. */
export type SetFile = { readonly path: string; readonly encoding: TextEncoding };

/**
 * Opens XML interchange files as one set, or the one file that was fetched from an ODS, as rows of `edfiHeader`; undefined
 * for a file that begins like neither. Throws ReadingStopped for other JSON and for other standards.
 */
export async function recogniseEdfi(
  files: readonly SetFile[],
  layouts: readonly IntakeLayout[],
): Promise<RecognisedFile | undefined> {
  const [first] = files;
  const layout = layouts.find(({ id }) => id === 'edfi');
  if (!first || !layout) return undefined;
  const start = (await firstLetters(first.path)).replace(/^\ufeff/, '').trimStart();
  const header = edfiHeader;
  if (start.startsWith('<')) return { layout, profile: 'xml 5.2', header, batches: interchangeRows(files) };
  if (!/^[[{]/.test(start)) return undefined;
  const head = parseBundleHead(start.split('\n')[0] ?? '');
  if (!head) throw bundleMustHaveAHead();
  const breach = bundleMustBeOfTheStandard(head.standard);
  if (breach) throw new ReadingStopped(breach.rule, 1, breach.valueClass, breach.message, breach.remedy);
  const year = head.schoolYear === null ? '' : ` of ${head.schoolYear}`;
  const without = head.without.length === 0 ? '' : ` without ${head.without.join(' ')}`;
  return { layout, profile: `json 5.2${year}${without}`, header, batches: bundleRows(first.path) };
}

/** A row a record; lines count on from file to file, the fourth cell is the line within the file. */
async function* interchangeRows(files: readonly SetFile[]): AsyncGenerator<RowBatch> {
  let before = 0;
  for (const { path, encoding } of files) {
    const name = files.length > 1 ? basename(path) : '';
    const records = readInterchange(path, encoding);
    let next = await stoppedIn(name, () => records.next());
    while (!next.done) {
      const batch = next.value;
      yield {
        rows: batch.map(({ resource, line, value }) => [resource, JSON.stringify(value), name, String(line)]),
        lines: batch.map(({ line }) => before + line),
      };
      next = await stoppedIn(name, () => records.next());
    }
    before += next.value;
  }
}

async function* bundleRows(path: string): AsyncGenerator<RowBatch> {
  for await (const batch of readBundle(path)) {
    yield {
      rows: batch.map(({ collection, text, line }) => [collection, text, '', String(line)]),
      lines: batch.map(({ line }) => line),
    };
  }
}

/** Says in which file of several the reading stopped. */
async function stoppedIn<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (cause) {
    if (name === '' || !(cause instanceof ReadingStopped)) throw cause;
    const { rule, valueClass, message, remedy } = cause.breach;
    throw new ReadingStopped(rule, cause.line, valueClass, `${name}: ${message}`, remedy);
  }
}

async function firstLetters(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(1 << 14), 0, 1 << 14, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await file.close();
  }
}
