import { type Import, type Module, unknownSpecifier } from './house.ts';
import { isTest, roomOf } from './roomOf.ts';
import type { Breach, Wall } from './wall.ts';

const middle = ['vocabulary', 'stats', 'disclosure', 'release', 'measures', 'page', 'layouts'];

/** DESIGN section 3, "may enter". */
const doors: Readonly<Record<string, readonly string[]>> = {
  vocabulary: [],
  stats: ['vocabulary'],
  disclosure: ['vocabulary', 'stats'],
  release: ['vocabulary', 'stats', 'disclosure', 'measures'],
  measures: ['vocabulary'],
  page: ['vocabulary'],
  layouts: ['vocabulary', 'measures'],
  web: ['vocabulary', 'page'],
  ods: ['vocabulary'],
  vault: [...middle, 'web'],
  hub: [...middle, 'web'],
  commands: [...middle, 'web', 'ods', 'vault', 'hub'],
  main: [...middle, 'web', 'ods', 'vault', 'hub', 'commands'],
};

/** Folders beside src that a file may enter, tests apart, which may enter every one. */
const outside: Readonly<Record<string, readonly string[]>> = { commands: ['sample/'], main: ['sample/'] };

export const importsMustUseDoors: Wall = {
  sentence: 'imports, of types too, go only along the doors between rooms',
  find: ({ modules }) =>
    modules.flatMap((module) => {
      const room = roomOf(module.path);
      if (!room || !doors[room]) return [{ path: module.path, line: 1, message: 'stands in no known room' }];
      return module.imports.flatMap((one) => crossing(module, room, one));
    }),
  examples: [
    { files: { 'src/stats/a.ts': "import type { Cell } from '../vocabulary/cell.ts';" }, breaches: 0 },
    { files: { 'src/main.ts': "await import('./commands/start.ts');" }, breaches: 0 },
    { files: { 'src/hub/web/a.test.ts': "import { b } from '../../../test/engines.ts';" }, breaches: 0 },
    { files: { 'src/stats/a.ts': "import { b } from '../measures/b.ts';" }, breaches: 1 },
    { files: { 'src/stats/a.ts': "import type { B } from '../measures/b.ts';" }, breaches: 1 },
    { files: { 'src/stats/a.ts': "type B = import('../measures/b.ts').B;" }, breaches: 1 },
    { files: { 'src/hub/work/a.ts': "const b = await import('../../vault/b.ts');" }, breaches: 1 },
    {
      files: { 'src/hub/work/a.ts': "new Worker(new URL('../../vault/b.ts', import.meta.url));" },
      breaches: 1,
    },
    { files: { 'src/main.ts': 'const name = process.argv[2]; await import(name);' }, breaches: 1 },
    { files: { 'src/hub/work/a.ts': "import { b } from '../../../test/engines.ts';" }, breaches: 1 },
    { files: { 'src/hub/work/a.test.ts': "import { b } from '../../vault/b.ts';" }, breaches: 1 },
    { files: { 'src/ods/a.ts': "import { b } from '../vault/b.ts';" }, breaches: 1 },
    { files: { 'src/vault/a.ts': "import { b } from '../ods/b.ts';" }, breaches: 1 },
    { files: { 'src/cellar/a.ts': '' }, breaches: 1 },
  ],
};

function crossing(module: Module, room: string, one: Import): readonly Breach[] {
  const breach = (message: string): readonly Breach[] => [{ path: module.path, line: one.line, message }];
  if (one.specifier === unknownSpecifier) return breach('a dynamic import must name its file in a literal');
  if (one.target === undefined) return [];
  const goal = roomOf(one.target);
  if (goal === undefined) {
    const allowed = isTest(module.path) || outside[room]?.some((folder) => one.target?.startsWith(folder));
    return allowed ? [] : breach(`leaves src for ${one.target}`);
  }
  return goal === room || doors[room]?.includes(goal)
    ? []
    : breach(`${room} may not enter ${goal} (${one.specifier})`);
}
