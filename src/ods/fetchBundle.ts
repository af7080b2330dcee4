import { createHash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import type { EdfiBundleEnd, EdfiBundleHead } from '../vocabulary/edfiBundle.ts';
import { edfiResources } from '../vocabulary/edfiResources.ts';
import { Refusal } from '../vocabulary/refusal.ts';
import { askOds, type Patience } from './odsAnswer.ts';
import { odsDescription } from './odsDescription.ts';
import { type Credentials, odsSession } from './odsSession.ts';
import { RecordsMoved, readPages } from './readPages.ts';
import { withoutNames } from './withoutNames.ts';

export type Fetching = {
  readonly ods: URL;
  readonly credentials: Credentials;
  /** The calendar year in which the school year ends; null: all that the ODS holds. */
  readonly year: number | null;
  /** Collections that are left out. */
  readonly without: ReadonlySet<string>;
  readonly patience: Patience;
  readonly now: () => Date;
  readonly progress: (collection: string, records: number) => void;
};

export type Fetched = {
  readonly version: string;
  readonly standard: string;
  readonly records: Readonly<Record<string, number>>;
  readonly sha256: string;
};

const turnsOfACollection = 3;

/**
 * Reads every collection that the vault uses from an ODS into one file, whole or not at all: it takes its name when the
 * last line is on the disk. Names and addresses are not written. Refuses with a sentence; the file of before stays.
 */
export async function fetchBundle(path: string, fetching: Fetching): Promise<Fetched> {
  const { ods, credentials, year, without, patience, now, progress } = fetching;
  const answer = await askOds(ods, { headers: { accept: 'application/json' } }, patience);
  if (answer.status !== 200) throw new Refusal(`${ods.href} answered ${answer.status}: it is no Ed-Fi API.`);
  const { version, standard, token, data, hasCursors } = odsDescription(json(answer.text), ods, year);
  const session = odsSession(token, credentials, patience);
  const part = `${path}.part`;
  await rm(part, { force: true });
  const file = await open(part, 'wx', 0o600);
  try {
    const bundle = bundleWriter(file);
    const head: EdfiBundleHead = {
      bundle: 'ed-fi',
      version: 1,
      standard,
      schoolYear: year,
      without: [...without].sort(),
      source: ods.href,
      fetchedAt: now().toISOString(),
    };
    await bundle.write([head]);
    const records: Record<string, number> = {};
    for (const collection of Object.values(edfiResources)) {
      if (without.has(collection)) continue;
      records[collection] = await readWhole(collection, bundle, async function* () {
        let read = 0;
        for await (const page of readPages(session, new URL(collection, data), hasCursors)) {
          read += page.length;
          progress(collection, read);
          yield page.map((record) => ({ resource: collection, record: withoutNames(record) }));
        }
      });
    }
    const sha256 = bundle.sha256();
    const end: EdfiBundleEnd = { end: true, records, sha256 };
    await bundle.write([end]);
    await file.sync();
    await file.close();
    await rename(part, path);
    return { version, standard, records, sha256 };
  } catch (cause) {
    await file.close().catch(() => undefined);
    await rm(part, { force: true });
    throw cause;
  }
}

/** Writes a collection; what was written of it is taken back when its records moved while they were read. */
async function readWhole(
  collection: string,
  bundle: ReturnType<typeof bundleWriter>,
  pages: () => AsyncGenerator<readonly unknown[]>,
): Promise<number> {
  for (let turn = 1; ; turn++) {
    const before = bundle.mark();
    try {
      let count = 0;
      for await (const page of pages()) {
        await bundle.write(page);
        count += page.length;
      }
      return count;
    } catch (cause) {
      if (!(cause instanceof RecordsMoved)) throw cause;
      if (turn === turnsOfACollection)
        throw new Refusal(
          `Records of ${collection} came and went each of ${turn} times that they were read. Fetch when nobody writes to the ODS.`,
          { cause },
        );
      await bundle.back(before);
    }
  }
}

function bundleWriter(file: FileHandle) {
  let [hash, bytes] = [createHash('sha256'), 0];
  return {
    write: async (lines: readonly unknown[]): Promise<void> => {
      const text = Buffer.from(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
      for (let at = 0; at < text.length; ) {
        const { bytesWritten } = await file.write(text, at, text.length - at, bytes + at);
        at += bytesWritten;
      }
      hash.update(text);
      bytes += text.length;
    },
    mark: () => ({ hash: hash.copy(), bytes }),
    back: async (mark: { readonly hash: ReturnType<typeof createHash>; readonly bytes: number }) => {
      await file.truncate(mark.bytes);
      hash = mark.hash;
      bytes = mark.bytes;
    },
    /** Of every byte until now. */
    sha256: (): string => hash.copy().digest('hex'),
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
