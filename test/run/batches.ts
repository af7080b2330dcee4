import { readFileSync } from 'node:fs';

/**
 * What a file may not have to share its process: hooks beside its tests would run for every file of the process, and
 * the environment, threads, mocks and programs that it starts are the process's own.
 */
const keepsToItself =
  /^(before|after|beforeEach|afterEach)\(|\bprocess\.(env|exit|chdir|on|once|kill)\b|node:child_process|node:worker_threads|\bmock\b|\bsetInterval\b/m;

const usesStore = /\/engines\.ts'/;
/** Long ones: a vault, or a store of their own that whole files are loaded into. */
const takesLong = /\/vault\/|duckdb|[vV]ault\.ts'|\/openStore\.ts'/;

/** So that a process has enough to do to be worth its start, and none is left to run alone at the end. */
const most = { store: 6, rules: 40 };

/**
 * The files in groups that run in one process each, every file in one group: it costs a file of rules ten times what its
 * tests take to begin, and a file with a store to make PGlite's WebAssembly quick. Files keep their order.
 */
export function batches(files: readonly string[], read = readText): readonly (readonly string[])[] {
  const kinds = Map.groupBy(files, (file) => kindOf(file, read(file)));
  return [
    ...(kinds.get('alone') ?? []).map((file) => [file]),
    ...inGroups(kinds.get('store') ?? [], most.store),
    ...inGroups(kinds.get('rules') ?? [], most.rules),
  ];
}

function kindOf(file: string, text: string): 'alone' | 'store' | 'rules' {
  if (keepsToItself.test(text)) return 'alone';
  if (usesStore.test(text)) return 'store';
  return file.startsWith('test/') || takesLong.test(text) ? 'alone' : 'rules';
}

/** As few groups as the most allows, as even as they can be. */
function inGroups(files: readonly string[], mostOfOne: number): string[][] {
  const groups = Array.from({ length: Math.ceil(files.length / mostOfOne) }, (): string[] => []);
  for (const [i, file] of files.entries()) groups[i % groups.length]?.push(file);
  return groups;
}

function readText(file: string): string {
  return readFileSync(file, 'utf8');
}
