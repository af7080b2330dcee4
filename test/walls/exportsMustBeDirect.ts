import { basename } from 'node:path';
import { lineAt, type Module } from './house.ts';
import type { Breach, Wall } from './wall.ts';

export const exportsMustBeDirect: Wall = {
  sentence: 'a thing is imported by its name from where it lives: no default export, re-export or index file',
  find: ({ modules }) => modules.flatMap((module) => [...indexBreach(module), ...exportBreaches(module)]),
  examples: [
    {
      files: {
        'src/stats/a.ts': "import { b } from './b.ts'; const a = b; export { a }; export type C = 1;",
      },
      breaches: 0,
    },
    { files: { 'src/stats/a.ts': 'export default 1;' }, breaches: 1 },
    { files: { 'src/stats/a.ts': 'const a = 1; export { a as default };' }, breaches: 1 },
    { files: { 'src/stats/a.ts': "export { b } from './b.ts';" }, breaches: 1 },
    { files: { 'src/stats/a.ts': "export type { B } from './b.ts';" }, breaches: 1 },
    { files: { 'src/stats/a.ts': "export * from './b.ts';" }, breaches: 1 },
    { files: { 'src/stats/a.ts': "import { b } from './b.ts'; export { b };" }, breaches: 1 },
    { files: { 'src/stats/index.ts': '' }, breaches: 1 },
  ],
};

function indexBreach({ path }: Module): readonly Breach[] {
  return basename(path) === 'index.ts' ? [{ path, line: 1, message: 'is an index file' }] : [];
}

function exportBreaches({ path, program, text }: Module): readonly Breach[] {
  const imported = new Set<string>();
  for (const statement of program.body) {
    if (statement.type !== 'ImportDeclaration') continue;
    for (const { local } of statement.specifiers) imported.add(local.name);
  }
  return program.body.flatMap((statement) => {
    const breach = (message: string): readonly Breach[] => [
      { path, line: lineAt(text, statement.start), message },
    ];
    if (statement.type === 'ExportDefaultDeclaration') return breach('has a default export');
    if (statement.type === 'ExportAllDeclaration') return breach(`re-exports ${statement.source.value}`);
    if (statement.type !== 'ExportNamedDeclaration') return [];
    if (statement.source) return breach(`re-exports from ${statement.source.value}`);
    return statement.specifiers.flatMap(({ local, exported }) => {
      if ('name' in exported && exported.name === 'default') return breach('has a default export');
      return 'name' in local && imported.has(local.name) ? breach(`re-exports ${local.name}`) : [];
    });
  });
}
