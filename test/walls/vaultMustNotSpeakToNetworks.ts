import type { Node } from 'oxc-parser';
import { lineAt, type Module } from './house.ts';
import { isTest, roomOf } from './roomOf.ts';
import { walkNodes } from './walkNodes.ts';
import type { Breach, Wall } from './wall.ts';

/** The vault's local page server: the one place that listens. */
const pageServer = 'src/vault/serve';

const networkImports =
  /^(node:)?(http|https|http2|net|dns|tls|dgram|child_process|inspector)(\/|$)|^(ws|undici|@hono\/node-server)(\/|$)/;
/** The room that both page servers share holds one file that listens. */
const listener = 'src/web/openListener.ts';
const networkNames = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']);
const networkText = /^(https?|wss?|ftp|s3):|\bhttpfs\b/i;

export const vaultMustNotSpeakToNetworks: Wall = {
  sentence: 'nothing in the vault outside its local page server knows a word for a network',
  find: ({ modules }) =>
    modules
      .filter(({ path }) => roomOf(path) === 'vault' && !isTest(path) && !path.startsWith(pageServer))
      .flatMap((module) => [...importBreaches(module), ...wordBreaches(module)]),
  examples: [
    {
      files: { 'src/vault/serve/a.ts': "import { serve } from '@hono/node-server'; fetch('x');" },
      breaches: 0,
    },
    {
      files: { 'src/vault/a.ts': "import { readFile } from 'node:fs/promises'; export const net = 'net';" },
      breaches: 0,
    },
    { files: { 'src/hub/web/a.ts': "import { request } from 'node:https';" }, breaches: 0 },
    { files: { 'src/vault/a.ts': "import { openListener } from '../web/openListener.ts';" }, breaches: 1 },
    { files: { 'src/vault/a.ts': "import { request } from 'node:https';" }, breaches: 1 },
    { files: { 'src/vault/a.ts': "import type { Socket } from 'net';" }, breaches: 1 },
    { files: { 'src/vault/a.ts': "const dns = await import('node:dns/promises');" }, breaches: 1 },
    { files: { 'src/vault/a.ts': "import { spawn } from 'node:child_process';" }, breaches: 1 },
    { files: { 'src/vault/a.ts': "export const x = () => globalThis.fetch('a');" }, breaches: 1 },
    { files: { 'src/vault/a.ts': "export const x = 'https://example.org';" }, breaches: 1 },
    { files: { 'src/vault/a.ts': 'export const x = `install httpfs`;' }, breaches: 1 },
  ],
};

function importBreaches({ path, imports }: Module): readonly Breach[] {
  return imports
    .filter(({ specifier, target }) => networkImports.test(specifier) || target === listener)
    .map(({ specifier, line }) => ({ path, line, message: `imports ${specifier}` }));
}

function wordBreaches({ path, program, text }: Module): readonly Breach[] {
  const breaches: Breach[] = [];
  walkNodes(program, (node) => {
    const word = networkWord(node);
    if (word) breaches.push({ path, line: lineAt(text, node.start), message: `says ${word}` });
  });
  return breaches;
}

function networkWord(node: Node): string | undefined {
  if (node.type === 'Identifier') return networkNames.has(node.name) ? node.name : undefined;
  const said =
    node.type === 'Literal' ? node.value : node.type === 'TemplateElement' ? node.value.cooked : undefined;
  return typeof said === 'string' && networkText.test(said) ? said : undefined;
}
