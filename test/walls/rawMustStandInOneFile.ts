import { isTest } from './roomOf.ts';
import type { Module } from './house.ts';
import type { Wall } from './wall.ts';

export const rawMustStandInOneFile: Wall = {
  sentence: 'only one file takes `raw`, which writes HTML unescaped, from hono/html',
  find: ({ modules }) => {
    const takers = modules
      .filter((module) => !isTest(module.path) && takesRaw(module))
      .map(({ path }) => path);
    if (takers.length < 2) return [];
    return takers.map((path) => ({ path, line: 1, message: `takes raw, as do ${takers.length - 1} more` }));
  },
  examples: [
    {
      files: {
        'src/page/a.ts': "import { html, raw } from 'hono/html';",
        'src/page/b.ts': "import { html } from 'hono/html';",
      },
      breaches: 0,
    },
    {
      files: {
        'src/page/a.ts': "import { raw } from 'hono/html';",
        'src/hub/web/b.ts': "import { raw as r } from 'hono/html';",
      },
      breaches: 2,
    },
    {
      files: {
        'src/page/a.ts': "import { raw } from 'hono/html';",
        'src/page/b.ts': "import * as h from 'hono/html';",
      },
      breaches: 2,
    },
    {
      files: {
        'src/page/a.ts': "import { raw } from 'hono/html';",
        'src/page/b.ts': "import { raw } from 'hono/utils/html';",
      },
      breaches: 2,
    },
  ],
};

function takesRaw({ program }: Module): boolean {
  return program.body.some(
    (statement) =>
      statement.type === 'ImportDeclaration' &&
      /^hono\/(utils\/)?html$/.test(statement.source.value) &&
      statement.specifiers.some(
        (one) =>
          one.type === 'ImportNamespaceSpecifier' ||
          (one.type === 'ImportSpecifier' && 'name' in one.imported && one.imported.name === 'raw'),
      ),
  );
}
