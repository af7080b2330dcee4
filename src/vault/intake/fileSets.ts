import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, mkdtempSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../vocabulary/refusal.ts';
import { ReadingStopped } from './readingStopped.ts';
import { unpackZip } from './unpackZip.ts';
import { isZip } from './zipDirectory.ts';

/** Files that are loaded as one, whole or not at all; mostly one alone. */
export type FileSet = {
  /** What a person calls it. */
  readonly name: string;
  readonly paths: readonly string[];
  /** Why it cannot be opened at all. */
  readonly stopped?: ReadingStopped;
  /** Of an archive that cannot be opened. */
  readonly sha256?: string;
};

/** A file alone, or several that are loaded as one, as a set under the name of the first. */
export function setOf(files: string | readonly string[] | FileSet): FileSet {
  if (typeof files !== 'string' && 'paths' in files) return files;
  const paths = typeof files === 'string' ? [files] : files;
  const more = paths.length > 1 ? ` and ${paths.length - 1} more` : '';
  return { name: `${basename(paths[0] ?? '')}${more}`, paths };
}

const textEnding = /\.(csv|txt|tsv|dat|xml|ndjson)$/i;
const fileEnding = /\.(csv|txt|tsv|dat|xml|ndjson|zip)$/i;
const xmlEnding = /\.xml$/i;

/**
 * The files that paths name: a file as it is, of a folder every `.csv`, `.txt`, `.tsv`, `.dat`,
 * `.xml`, `.ndjson` and `.zip` below it.
 */
export function collectPaths(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) throw new Refusal(`There is no file ${path}.`);
    if (!found.isDirectory()) return [path];
    const files = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && fileEnding.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    if (files.length === 0) throw new Refusal(`There is no text file in ${path}.`);
    return files;
  });
}

/**
 * Puts files together that are one: the XML files of a folder, and a manifest with the CSV files beside it. Every other
 * file is alone. An archive is unpacked into a folder below `temporary` that whoever asks must remove.
 */
export async function gatherSets(
  paths: readonly string[],
  temporary: string,
): Promise<{ readonly sets: readonly FileSet[]; readonly unpacked: readonly string[] }> {
  const sets: FileSet[] = [];
  const unpacked: string[] = [];
  const plain: string[] = [];
  for (const path of paths) {
    if (!(await looksPacked(path))) {
      plain.push(path);
      continue;
    }
    mkdirSync(temporary, { mode: 0o700, recursive: true });
    const into = mkdtempSync(join(temporary, 'unpacked-'));
    unpacked.push(into);
    sets.push(...(await setsOfZip(path, into)));
  }
  return { sets: [...setsOfFolders(plain), ...sets], unpacked };
}

async function looksPacked(path: string): Promise<boolean> {
  try {
    return await isZip(path);
  } catch {
    return false;
  }
}

async function setsOfZip(path: string, into: string): Promise<FileSet[]> {
  const name = basename(path);
  try {
    const files = await unpackZip(path, into, (one) => textEnding.test(one));
    if (files.length === 0) throw zipMustHoldTextFiles();
    const sets = setsOfFolders(files);
    return sets.map((set) => ({ ...set, name: sets.length === 1 ? name : `${name}: ${set.name}` }));
  } catch (cause) {
    if (!(cause instanceof ReadingStopped)) throw cause;
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    return [{ name, paths: [path], stopped: cause, sha256: hash.digest('hex') }];
  }
}

function setsOfFolders(paths: readonly string[]): FileSet[] {
  const rosters = new Set(paths.filter((path) => isManifest(path)).map((path) => dirname(path)));
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const folder = dirname(path);
    const kind = xmlEnding.test(path) ? 'xml' : rosters.has(folder) && /\.csv$/i.test(path) ? 'roster' : path;
    const own = groups.get(`${kind} ${folder}`);
    if (own) own.push(path);
    else groups.set(`${kind} ${folder}`, [path]);
  }
  return [...groups.values()].map((own) => {
    own.sort((a, b) => Number(isManifest(b)) - Number(isManifest(a)) || a.localeCompare(b));
    const [first = ''] = own;
    return isManifest(first) ? { name: `${basename(dirname(first))}/`, paths: own } : setOf(own);
  });
}

/** A set of OneRoster files is known by its manifest. */
export function isManifest(path: string): boolean {
  return basename(path).toLowerCase() === 'manifest.csv';
}

function zipMustHoldTextFiles(): ReadingStopped {
  return new ReadingStopped(
    'zipMustHoldTextFiles',
    null,
    'an archive without text files',
    'the archive holds no .csv, .txt, .tsv, .dat, .xml or .ndjson file',
    'look whether it is the right one; an archive within an archive is not opened',
  );
}
