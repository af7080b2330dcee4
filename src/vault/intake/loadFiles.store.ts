import { readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '../../vocabulary/refusal.ts';
import { recogniseEdfi } from '../edfi/recogniseEdfi.ts';
import type { Vault } from '../store/vault.ts';
import type { FileOutcome } from './fileOutcome.ts';
import { selectHeaders } from './knowledge.store.ts';
import { loadFile, type Loading } from './loadFile.store.ts';
import { recogniseFile } from './recogniseFile.ts';

const textEnding = /\.(csv|txt|tsv|dat|xml|ndjson)$/i;
const xmlEnding = /\.xml$/i;

/**
 * The text files that paths name: a file as it is, of a folder every `.csv`, `.txt`, `.tsv`, `.dat`,
 * `.xml` and `.ndjson` below it.
 */
export function collectPaths(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) throw new Refusal(`There is no file ${path}.`);
    if (!found.isDirectory()) return [path];
    const files = readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && textEnding.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
    if (files.length === 0) throw new Refusal(`There is no text file in ${path}.`);
    return files;
  });
}

/**
 * Loads files one after the other, those first that others refer to, and of a kind by name. The XML files of one folder
 * are one set. Each is whole or not at all; one that is refused leaves the others alone.
 */
export async function* loadFiles(
  vault: Vault,
  paths: readonly string[],
  loading: Loading,
): AsyncGenerator<FileOutcome> {
  let left = inSets(paths);
  // Lists of columns come before all others: some files are known only by them.
  for (const most of [-1, Number.POSITIVE_INFINITY]) {
    const headers = await selectHeaders(vault);
    const turns: { readonly set: readonly string[]; readonly turn: number }[] = [];
    for (const set of left) turns.push({ set, turn: await turnOf(set, loading, headers) });
    turns.sort((a, b) => a.turn - b.turn || nameOf(a.set).localeCompare(nameOf(b.set)));
    left = turns.filter(({ turn }) => turn > most).map(({ set }) => set);
    for (const { set, turn } of turns) if (turn <= most) yield await loadFile(vault, set, loading);
  }
}

/** XML files of a folder together, by name; every other file alone. */
function inSets(paths: readonly string[]): (readonly string[])[] {
  const folders = new Map<string, string[]>();
  const sets: (readonly string[])[] = [];
  for (const path of paths) {
    const own = xmlEnding.test(path) ? (folders.get(dirname(path)) ?? []) : [];
    if (own.length === 0) sets.push(own);
    if (xmlEnding.test(path)) folders.set(dirname(path), own);
    own.push(path);
  }
  for (const own of folders.values()) own.sort((a, b) => a.localeCompare(b));
  return sets;
}

function nameOf([first = '']: readonly string[]): string {
  return basename(first);
}

/** When a file that is not recognised comes does not matter: it is refused. */
async function turnOf(
  set: readonly string[],
  { layouts }: Loading,
  headers: ReadonlyMap<string, readonly string[]>,
): Promise<number> {
  try {
    const [path = ''] = set;
    const edfi = await recogniseEdfi(
      set.map((one) => ({ path: one, encoding: 'utf-8' })),
      layouts,
    );
    const { layout, batches } =
      edfi ?? (await recogniseFile(path, basename(path), 'windows-1252', layouts, headers));
    await batches.return(undefined);
    return layout.turn;
  } catch {
    return 1000;
  }
}
