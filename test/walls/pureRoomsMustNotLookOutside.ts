import { isBuiltin } from 'node:module';
import { isTest, roomOf } from './roomOf.ts';
import type { Wall } from './wall.ts';
import { worldReads } from './worldReads.ts';

/** The rooms whose results follow from their arguments alone, with the builtins they may use. */
const pureRooms: Readonly<Record<string, readonly string[]>> = {
  vocabulary: [],
  stats: [],
  disclosure: ['node:crypto'],
  release: ['node:crypto', 'node:zlib'],
  measures: ['node:crypto'],
  page: [],
};

export const pureRoomsMustNotLookOutside: Wall = {
  sentence:
    'vocabulary, stats, disclosure, release, measures and page take clock, chance and files as arguments',
  find: ({ modules }) =>
    modules.flatMap((module) => {
      const allowed = pureRooms[roomOf(module.path) ?? ''];
      if (!allowed || isTest(module.path)) return [];
      const builtins = module.imports
        .filter(({ specifier }) => isBuiltin(specifier) && !allowed.includes(specifier))
        .map(({ specifier, line }) => ({ path: module.path, line, message: `uses ${specifier}` }));
      const reads = worldReads(module).map(({ line, what }) => ({
        path: module.path,
        line,
        message: `uses ${what}`,
      }));
      return [...builtins, ...reads];
    }),
  examples: [
    { files: { 'src/measures/a.ts': "import { createHash } from 'node:crypto';" }, breaches: 0 },
    { files: { 'src/stats/a.ts': 'export const at = (day: string) => new Date(day);' }, breaches: 0 },
    {
      files: { 'src/stats/a.ts': 'export const f = (performance: number) => performance + 1;' },
      breaches: 0,
    },
    { files: { 'src/stats/a.ts': 'export const x = { process: 1 }.process;' }, breaches: 0 },
    { files: { 'src/hub/web/a.ts': 'export const x = Date.now();' }, breaches: 0 },
    {
      files: { 'src/stats/a.test.ts': "import { readFileSync } from 'node:fs'; Math.random();" },
      breaches: 0,
    },
    { files: { 'src/stats/a.ts': "import { createHash } from 'node:crypto';" }, breaches: 1 },
    { files: { 'src/page/a.ts': "import { readFileSync } from 'fs';" }, breaches: 1 },
    { files: { 'src/measures/a.ts': "const m = await import('node:http');" }, breaches: 1 },
    { files: { 'src/stats/a.ts': 'export const x = Date.now() + Math.random();' }, breaches: 2 },
    { files: { 'src/vocabulary/a.ts': 'export const x = [new Date(), Date()];' }, breaches: 2 },
    { files: { 'src/disclosure/a.ts': 'export const x = process.env.HOME;' }, breaches: 1 },
    { files: { 'src/page/a.ts': 'export const x = () => fetch("x");' }, breaches: 1 },
  ],
};
