import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Refusal } from '../../vocabulary/refusal.ts';
import type { Vault } from '../store/vault.ts';
import type { FileOutcome } from './fileOutcome.ts';
import { selectHeaders } from './knowledge.store.ts';
import { loadFile, type Loading } from './loadFile.store.ts';
import { recogniseFile } from './recogniseFile.ts';

const textEnding = /\.(csv|txt|tsv|dat)$/i;

/** The text files that paths name: a file as it is, of a folder every `.csv`, `.txt`, `.tsv` and `.dat` below it. */
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
 * Loads files one after the other, those first that others refer to, and of a kind by name. Each is whole or not at all;
 * one that is refused leaves the others alone.
 */
export async function* loadFiles(
  vault: Vault,
  paths: readonly string[],
  loading: Loading,
): AsyncGenerator<FileOutcome> {
  let left = paths;
  // Lists of columns come before all others: some files are known only by them.
  for (const most of [-1, Number.POSITIVE_INFINITY]) {
    const headers = await selectHeaders(vault);
    const turns: { readonly path: string; readonly turn: number }[] = [];
    for (const path of left) turns.push({ path, turn: await turnOf(path, loading, headers) });
    turns.sort((a, b) => a.turn - b.turn || basename(a.path).localeCompare(basename(b.path)));
    left = turns.filter(({ turn }) => turn > most).map(({ path }) => path);
    for (const { path, turn } of turns) if (turn <= most) yield await loadFile(vault, path, loading);
  }
}

/** When a file that is not recognised comes does not matter: it is refused. */
async function turnOf(
  path: string,
  { layouts }: Loading,
  headers: ReadonlyMap<string, readonly string[]>,
): Promise<number> {
  try {
    const { layout, batches } = await recogniseFile(path, basename(path), 'windows-1252', layouts, headers);
    await batches.return(undefined);
    return layout.turn;
  } catch {
    return 1000;
  }
}
