import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { recogniseEdfi } from '../edfi/recogniseEdfi.ts';
import { recogniseOneRoster } from '../oneroster/recogniseOneRoster.ts';
import type { Vault } from '../store/vault.ts';
import type { FileOutcome } from './fileOutcome.ts';
import { type FileSet, gatherSets } from './fileSets.ts';
import { selectHeaders } from './knowledge.store.ts';
import { loadFile, type Loading } from './loadFile.store.ts';
import { recogniseFile } from './recogniseFile.ts';
import { studentMemory } from './studentMemory.store.ts';

/**
 * Loads files one after the other, those first that others refer to, and of a kind by name. The XML files of one folder
 * are one set, a OneRoster manifest and the files beside it another; archives are unpacked in the vault's private folder.
 * Each set is whole or not at all; one that is refused leaves the others alone.
 */
export async function* loadFiles(
  vault: Vault,
  paths: readonly string[],
  loading: Loading,
): AsyncGenerator<FileOutcome> {
  const { sets, unpacked } = await gatherSets(paths, vault.temporary);
  const students = studentMemory();
  try {
    let left = sets;
    // Lists of columns come before all others: some files are known only by them.
    for (const most of [-1, Number.POSITIVE_INFINITY]) {
      const headers = await selectHeaders(vault);
      const turns: { readonly set: FileSet; readonly turn: number }[] = [];
      for (const set of left) turns.push({ set, turn: await turnOf(set, loading, headers) });
      turns.sort((a, b) => a.turn - b.turn || a.set.name.localeCompare(b.set.name));
      left = turns.filter(({ turn }) => turn > most).map(({ set }) => set);
      for (const { set, turn } of turns)
        if (turn <= most) yield await loadFile(vault, set, loading, students);
    }
  } finally {
    for (const folder of unpacked) rmSync(folder, { recursive: true, force: true });
  }
}

/** When a file that is not recognised comes does not matter: it is refused. */
async function turnOf(
  set: FileSet,
  { layouts }: Loading,
  headers: ReadonlyMap<string, readonly string[]>,
): Promise<number> {
  try {
    const [path = ''] = set.paths;
    const files = set.paths.map((one) => ({ path: one, encoding: 'utf-8' }) as const);
    const { layout, batches } =
      (await recogniseOneRoster(files, layouts)) ??
      (await recogniseEdfi(files, layouts)) ??
      (await recogniseFile(path, basename(path), 'windows-1252', layouts, headers));
    await batches.return(undefined);
    return layout.turn;
  } catch {
    return 1000;
  }
}
