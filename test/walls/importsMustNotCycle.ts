import type { Module } from './house.ts';
import type { Wall } from './wall.ts';

export const importsMustNotCycle: Wall = {
  sentence: 'no file waits at run time for a file that waits for it',
  find: ({ modules }) => {
    const byPath = new Map(modules.map((module) => [module.path, module]));
    return cycles(modules, byPath).map((path) => ({
      path: path[0] ?? '',
      line: 1,
      message: `imports go in a circle: ${path.join(' -> ')}`,
    }));
  },
  examples: [
    {
      files: {
        'src/stats/a.ts': "import './b.ts'; import './c.ts';",
        'src/stats/b.ts': "import './c.ts';",
        'src/stats/c.ts': '',
      },
      breaches: 0,
    },
    {
      files: {
        'src/stats/a.ts': "import { b } from './b.ts';",
        'src/stats/b.ts': "import type { A } from './a.ts';",
      },
      breaches: 0,
    },
    {
      files: {
        'src/stats/a.ts': "import { b } from './b.ts';",
        'src/stats/b.ts': "import { a } from './a.ts';",
      },
      breaches: 1,
    },
    {
      files: {
        'src/stats/a.ts': "import { b } from './b.ts';",
        'src/stats/b.ts': "import { type A } from './a.ts';",
      },
      breaches: 1,
    },
    { files: { 'src/stats/a.ts': "import './a.ts';" }, breaches: 1 },
    {
      files: {
        'src/stats/a.ts': "import './b.ts';",
        'src/stats/b.ts': "import './c.ts';",
        'src/stats/c.ts': "export * from './d.ts';",
        'src/stats/d.ts': "import './b.ts';",
      },
      breaches: 1,
    },
  ],
};

/** One circle for every import that leads back into the path it was reached by. */
function cycles(modules: readonly Module[], byPath: ReadonlyMap<string, Module>): readonly string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (module: Module, path: readonly string[]): void => {
    const here = [...path, module.path];
    for (const { kind, target } of module.imports) {
      const next = target === undefined ? undefined : byPath.get(target);
      if (kind !== 'value' || !next || done.has(next.path)) continue;
      const start = here.indexOf(next.path);
      if (start >= 0) found.push([...here.slice(start), next.path]);
      else walk(next, here);
    }
    done.add(module.path);
  };
  for (const module of modules) if (!done.has(module.path)) walk(module, []);
  return found;
}
