import type { Node } from 'oxc-parser';
import { lineAt, type Module } from './house.ts';
import { walkNodes } from './walkNodes.ts';

export type WorldRead = { readonly line: number; readonly what: string };

const worldly = new Set([
  'process',
  'performance',
  'fetch',
  'crypto',
  'globalThis',
  'setTimeout',
  'setInterval',
]);

/**
 * Where a module takes from the world what should be an argument: the clock, chance, the process and the other
 * globals that lead outside. A name that the module itself declares or imports is its own.
 */
export function worldReads(module: Module): readonly WorldRead[] {
  const own = declaredNames(module);
  const reads: WorldRead[] = [];
  walkNodes(module.program, (node, parent, key) => {
    const what = worldlyMember(node) ?? worldlyDate(node) ?? worldlyName(node, parent, key, own);
    if (what) reads.push({ line: lineAt(module.text, node.start), what });
  });
  return reads;
}

function worldlyMember(node: Node): string | undefined {
  if (node.type !== 'MemberExpression' || node.object.type !== 'Identifier') return undefined;
  const member = node.property.type === 'Identifier' ? node.property.name : '';
  const name = `${node.object.name}.${member}`;
  return name === 'Date.now' || name === 'Math.random' ? name : undefined;
}

function worldlyDate(node: Node): string | undefined {
  if (node.type !== 'NewExpression' && node.type !== 'CallExpression') return undefined;
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'Date') return undefined;
  if (node.type === 'NewExpression' && node.arguments.length > 0) return undefined;
  return node.type === 'NewExpression' ? 'new Date()' : 'Date()';
}

function worldlyName(
  node: Node,
  parent: Node | undefined,
  key: string,
  own: Set<string>,
): string | undefined {
  if (node.type !== 'Identifier' || !worldly.has(node.name) || own.has(node.name)) return undefined;
  const isLabel =
    (parent?.type === 'MemberExpression' && key === 'property' && !parent.computed) ||
    ((parent?.type === 'Property' || parent?.type === 'PropertyDefinition') &&
      key === 'key' &&
      !parent.computed) ||
    parent?.type.startsWith('TS') ||
    parent?.type === 'ImportSpecifier' ||
    parent?.type === 'ExportSpecifier';
  return isLabel ? undefined : node.name;
}

function declaredNames(module: Module): Set<string> {
  const names = new Set<string>();
  const addAll = (pattern: Node): void =>
    walkNodes(pattern, (node) => {
      if (node.type === 'Identifier') names.add(node.name);
    });
  walkNodes(module.program, (node, parent, key) => {
    const declares =
      (parent?.type === 'VariableDeclarator' && key === 'id') ||
      (key === 'params' && parent !== undefined && 'body' in parent) ||
      (parent?.type === 'FunctionDeclaration' && key === 'id') ||
      key === 'local';
    if (declares) addAll(node);
  });
  return names;
}
