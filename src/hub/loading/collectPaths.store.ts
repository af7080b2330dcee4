import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../../vocabulary/refusal.ts';

/** A file to load; `named` when the person named it, and not only the folder it lies in. */
export type PathToLoad = { readonly path: string; readonly named: boolean };

/** The files of the paths, folders with all they hold, in the order of their names; hidden ones are left out. */
export function collectPaths(paths: readonly string[]): PathToLoad[] {
  const found = new Map<string, PathToLoad>();
  for (const path of paths) {
    const entry = statSync(path, { throwIfNoEntry: false });
    if (!entry) throw new Refusal(`There is no file or folder ${path}.`);
    if (entry.isFile()) found.set(path, { path, named: true });
    for (const file of entry.isDirectory() ? filesIn(path) : [])
      if (!found.has(file)) found.set(file, { path: file, named: false });
  }
  return [...found.values()];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => !entry.name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesIn(path);
      return entry.isFile() ? [path] : [];
    });
}
