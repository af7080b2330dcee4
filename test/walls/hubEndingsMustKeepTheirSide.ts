import { isBuiltin } from 'node:module';
import { lineAt, type Module } from './house.ts';
import { isTest } from './roomOf.ts';
import { walkNodes } from './walkNodes.ts';
import type { Breach, Wall } from './wall.ts';
import { worldReads } from './worldReads.ts';

/** The engine and the web server are what the other folders of the hub stand on; their endings say nothing. */
const foundations = ['store', 'web'];

type Side = { readonly name: string; readonly packages: RegExp; readonly paths: RegExp };

const database = /^(pg|pg-copy-streams|@electric-sql\/pglite)(\/|$)/;
const web = /^(hono|@hono\/[^/]+)(\/|$)/;
const sides: Readonly<Record<string, Side>> = {
  '': {
    name: 'a rule',
    packages: new RegExp(`${database.source}|${web.source}`),
    paths: /\.(store|page)\.ts$|^src\/(page|hub\/store|hub\/web)\//,
  },
  store: { name: 'a store', packages: web, paths: /\.page\.ts$|^src\/(page|hub\/web)\// },
  page: { name: 'a page', packages: database, paths: /^src\/hub\/store\/statements\.ts$/ },
};
const outsideBuiltin =
  /^(node:)?(fs|http|https|http2|net|tls|dns|child_process|worker_threads|process)(\/|$)/;

export const hubEndingsMustKeepTheirSide: Wall = {
  sentence: 'in a folder of the hub x.ts is pure, x.store.ts knows no page, x.page.ts knows no SQL',
  find: ({ modules }) => modules.filter(({ path }) => isBound(path)).flatMap(sideBreaches),
  examples: [
    {
      files: { 'src/hub/work/a.ts': "import { b } from './b.ts'; import { createHash } from 'node:crypto';" },
      breaches: 0,
    },
    {
      files: { 'src/hub/work/a.store.ts': "import { c } from '../store/statements.ts'; new Date();" },
      breaches: 0,
    },
    {
      files: { 'src/hub/work/a.page.ts': "import { Hono } from 'hono'; import { b } from './a.store.ts';" },
      breaches: 0,
    },
    { files: { 'src/hub/store/a.ts': "import { Client } from 'pg';" }, breaches: 0 },
    { files: { 'src/hub/createHub.ts': "import { Hono } from 'hono';" }, breaches: 0 },
    { files: { 'src/hub/work/a.ts': "import type { B } from './b.store.ts';" }, breaches: 1 },
    {
      files: { 'src/hub/work/a.ts': "import { c } from './b.page.ts'; import { d } from '../../page/d.ts';" },
      breaches: 2,
    },
    {
      files: { 'src/hub/work/a.ts': "import { Client } from 'pg'; import { html } from 'hono/html';" },
      breaches: 2,
    },
    {
      files: { 'src/hub/work/a.ts': "import { c } from '../store/database.ts'; import 'node:fs';" },
      breaches: 2,
    },
    { files: { 'src/hub/work/a.ts': 'export const x = () => Date.now();' }, breaches: 1 },
    { files: { 'src/hub/work/a.store.ts': "import { html } from 'hono/html';" }, breaches: 1 },
    {
      files: { 'src/hub/work/a.store.ts': "import { c } from '../../page/c.ts'; import './a.page.ts';" },
      breaches: 2,
    },
    {
      files: {
        'src/hub/work/a.page.ts': "import { PGlite } from '@electric-sql/pglite'; import pg from 'pg';",
      },
      breaches: 2,
    },
    {
      files: { 'src/hub/work/a.page.ts': "import { readStatements } from '../store/statements.ts';" },
      breaches: 1,
    },
    { files: { 'src/hub/work/a.page.ts': "const f = new URL('./a.sql', import.meta.url);" }, breaches: 1 },
    { files: { 'src/hub/work/a.worker.ts': '' }, breaches: 1 },
  ],
};

function isBound(path: string): boolean {
  const folder = /^src\/hub\/([^/]+)\//.exec(path)?.[1];
  return folder !== undefined && !foundations.includes(folder) && !isTest(path);
}

function sideBreaches(module: Module): readonly Breach[] {
  const { path, imports } = module;
  const ending = /\.([^./]+)\.ts$/.exec(path)?.[1] ?? '';
  const side = sides[ending];
  if (!side) return [{ path, line: 1, message: `no file of the hub ends with .${ending}.ts` }];
  const crossings = imports
    .filter(({ specifier, target }) =>
      target === undefined
        ? side.packages.test(specifier) ||
          (ending === '' && isBuiltin(specifier) && outsideBuiltin.test(specifier))
        : side.paths.test(target),
    )
    .map(({ specifier, line }) => ({ path, line, message: `${side.name} may not import ${specifier}` }));
  if (ending === '') {
    return [
      ...crossings,
      ...worldReads(module).map(({ line, what }) => ({ path, line, message: `a rule uses ${what}` })),
    ];
  }
  return ending === 'page' ? [...crossings, ...sqlFiles(module)] : crossings;
}

function sqlFiles({ path, program, text }: Module): readonly Breach[] {
  const breaches: Breach[] = [];
  walkNodes(program, (node) => {
    if (node.type === 'Literal' && String(node.value).endsWith('.sql')) {
      breaches.push({ path, line: lineAt(text, node.start), message: `a page may not read ${node.value}` });
    }
  });
  return breaches;
}
