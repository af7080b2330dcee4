import { isBuiltin } from 'node:module';
import { isTest, roomOf } from './roomOf.ts';
import type { Wall } from './wall.ts';

/** DESIGN section 3, "outside packages". A name allows what is below it too: `hono` allows `hono/html`. */
const packages: Readonly<Record<string, readonly string[]>> = {
  vocabulary: ['zod'],
  stats: ['highs', 'pure-rand'],
  disclosure: ['highs'],
  release: [],
  measures: [],
  page: ['hono/html', 'hono/utils/html', 'd3-scale', 'd3-shape'],
  layouts: ['papaparse', 'read-excel-file'],
  web: ['hono', '@hono/node-server'],
  vault: [
    '@duckdb/node-api',
    'age-encryption',
    'hono',
    '@hono/node-server',
    'papaparse',
    'read-excel-file',
    'saxes',
    'write-excel-file',
  ],
  ods: [],
  hub: [
    'hono',
    '@hono/node-server',
    '@hono/zod-openapi',
    '@electric-sql/pglite',
    'pg',
    'pg-copy-streams',
    'zod',
    'd3-scale',
    'd3-shape',
    'nodemailer',
    'papaparse',
    'read-excel-file',
    'write-excel-file',
    '@myriaddreamin/typst.ts',
    '@myriaddreamin/typst-ts-web-compiler',
    'ical-generator',
    'postal-mime',
    'openid-client',
  ],
  commands: ['papaparse'],
  main: [],
};

const forTests = ['fast-check', 'fflate', 'smtp-server', 'playwright-core', 'axe-core', 'oxc-parser'];

export const packagesMustBeAllowed: Wall = {
  sentence: 'a room uses only the outside packages that DESIGN gives it',
  find: ({ modules }) =>
    modules.flatMap(({ path, imports }) => {
      const allowed = [...(packages[roomOf(path) ?? ''] ?? []), ...(isTest(path) ? forTests : [])];
      return imports
        .filter((one) => one.target === undefined && !one.specifier.startsWith('('))
        .filter(({ specifier }) => !isBuiltin(specifier) && !allowed.some((name) => covers(name, specifier)))
        .map(({ specifier, line }) => ({ path, line, message: `${roomOf(path)} may not use ${specifier}` }));
    }),
  examples: [
    { files: { 'src/page/a.ts': "import { html } from 'hono/html';" }, breaches: 0 },
    { files: { 'src/hub/web/a.ts': "import type { Context } from 'hono';" }, breaches: 0 },
    { files: { 'src/stats/a.test.ts': "import fc from 'fast-check';" }, breaches: 0 },
    { files: { 'src/page/a.ts': "import { Hono } from 'hono';" }, breaches: 1 },
    { files: { 'src/stats/a.ts': "import type { z } from 'zod';" }, breaches: 1 },
    { files: { 'src/stats/a.ts': "import fc from 'fast-check';" }, breaches: 1 },
    { files: { 'src/commands/a.ts': "import { Client } from 'pg';" }, breaches: 1 },
    { files: { 'src/hub/work/a.ts': "const m = await import('left-pad');" }, breaches: 1 },
    { files: { 'src/hub/work/a.ts': "import x from 'pgx';" }, breaches: 1 },
  ],
};

function covers(name: string, specifier: string): boolean {
  return specifier === name || specifier.startsWith(`${name}/`);
}
