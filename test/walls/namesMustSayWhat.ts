import type { Node } from 'oxc-parser';
import { lineAt, type Module } from './house.ts';
import { walkNodes } from './walkNodes.ts';
import type { Breach, Wall } from './wall.ts';

const empty = /^(util|helper|common|misc|manager|service|handler)s?$/i;

export const namesMustSayWhat: Wall = {
  sentence: 'no file and no export is called utils, helpers, common, misc, manager, service or handler',
  find: ({ texts, modules }) => [
    ...texts.flatMap(({ path }) => {
      const word = emptyWord(path);
      return word ? [{ path, line: 1, message: `the path says "${word}"` }] : [];
    }),
    ...modules.flatMap(exportBreaches),
  ],
  examples: [
    {
      files: { 'src/stats/uncommonName.ts': 'export const serviceableShare = 1; const helper = 2;' },
      breaches: 0,
    },
    { files: { 'src/stats/mathUtils.ts': '' }, breaches: 1 },
    { files: { 'src/hub/helpers/a.ts': '' }, breaches: 1 },
    { files: { 'src/hub/work/work-service.sql': '' }, breaches: 1 },
    { files: { 'src/stats/a.ts': 'export function requestHandler() {}' }, breaches: 1 },
    {
      files: { 'src/stats/a.ts': 'export type SessionManager = {}; export const [commonPart, b] = [1, 2];' },
      breaches: 2,
    },
    { files: { 'src/stats/a.ts': 'const a = 1; export { a as MISC_THINGS };' }, breaches: 1 },
  ],
};

function exportBreaches({ path, program, text }: Module): readonly Breach[] {
  return program.body.flatMap((statement) => {
    if (statement.type !== 'ExportNamedDeclaration') return [];
    return exportedNames(statement).flatMap((name) => {
      const word = emptyWord(name);
      const line = lineAt(text, statement.start);
      return word ? [{ path, line, message: `the export "${name}" says "${word}"` }] : [];
    });
  });
}

function exportedNames(statement: Extract<Node, { type: 'ExportNamedDeclaration' }>): readonly string[] {
  const names: string[] = [];
  for (const { exported } of statement.specifiers)
    names.push('name' in exported ? exported.name : exported.value);
  const { declaration } = statement;
  if (declaration?.type === 'VariableDeclaration') {
    for (const { id } of declaration.declarations) {
      walkNodes(id, (node, _parent, key) => {
        if (node.type === 'Identifier' && key !== 'key') names.push(node.name);
      });
    }
  } else if (declaration && 'id' in declaration && declaration.id?.type === 'Identifier') {
    names.push(declaration.id.name);
  }
  return names;
}

function emptyWord(name: string): string | undefined {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').split(/[^A-Za-z0-9]+/);
  return words.find((word) => empty.test(word));
}
