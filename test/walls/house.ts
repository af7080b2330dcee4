import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Node, parseSync, type Program } from 'oxc-parser';
import { walkNodes } from './walkNodes.ts';

/**
 * `value` and `type` are import declarations and re-exports, `dynamic` an `import(…)`, `file` a `new URL('./x.ts',
 * import.meta.url)`, the way to a worker. An `import { type X }` counts as value: at run time it still loads the file.
 */
export type Import = {
  readonly specifier: string;
  readonly kind: 'value' | 'type' | 'dynamic' | 'file';
  readonly line: number;
  /** The imported file's path in the project; undefined for a package or a builtin. */
  readonly target: string | undefined;
};

export type Module = {
  readonly path: string;
  readonly text: string;
  readonly program: Program;
  readonly imports: readonly Import[];
};

export type TextFile = { readonly path: string; readonly text: string };

export type House = {
  /** The TypeScript under src, tests included. */
  readonly modules: readonly Module[];
  /** Every source file of the project, of every kind. */
  readonly texts: readonly TextFile[];
};

/** A dynamic import whose name is worked out at run time has this specifier. */
export const unknownSpecifier = '(not a literal)';

/** Throws when a file does not parse: a wall that skips it would stand open. */
export function parseHouse(files: Readonly<Record<string, string>>): House {
  const texts = Object.entries(files).map(([path, text]) => ({ path, text }));
  const modules = texts
    .filter(({ path }) => path.startsWith('src/') && path.endsWith('.ts'))
    .map(parseModule);
  return { modules, texts };
}

/** Reads the project in `root`. */
export function readHouse(root: string): House {
  const kinds = [
    '{src,test,sample,bench}/**/*.{ts,sql,css}',
    'migrations/*.sql',
    'public/**/*.{css,js}',
    '*.mjs',
  ];
  const paths = globSync(kinds, { cwd: root }).sort();
  return parseHouse(Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')])));
}

/** Counts from 1. */
export function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

function parseModule({ path, text }: TextFile): Module {
  const { program, errors } = parseSync(path, text, { lang: 'ts' });
  if (errors[0]) throw new Error(`${path} does not parse: ${errors[0].message}`);
  const imports: Import[] = [];
  const add = (node: Node, kind: Import['kind'], source: Node | null | undefined): void => {
    const specifier = source?.type === 'Literal' ? String(source.value) : unknownSpecifier;
    const local = specifier.startsWith('.');
    const target = local ? posix.normalize(posix.join(posix.dirname(path), specifier)) : undefined;
    imports.push({ specifier, kind, line: lineAt(text, node.start), target });
  };
  walkNodes(program, (node) => {
    if (node.type === 'ImportDeclaration')
      add(node, node.importKind === 'type' ? 'type' : 'value', node.source);
    if (node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source)) {
      add(node, node.exportKind === 'type' ? 'type' : 'value', node.source);
    }
    if (node.type === 'ImportExpression') add(node, 'dynamic', node.source);
    if (node.type === 'TSImportType') add(node, 'type', node.source);
    if (node.type === 'NewExpression' && isOwnUrl(node)) add(node, 'file', node.arguments[0]);
  });
  return { path, text, program, imports };
}

function isOwnUrl(node: Extract<Node, { type: 'NewExpression' }>): boolean {
  const [file, base] = node.arguments;
  if (node.callee.type !== 'Identifier' || node.callee.name !== 'URL') return false;
  if (file?.type !== 'Literal' || !String(file.value).endsWith('.ts')) return false;
  return base?.type === 'MemberExpression' && base.object.type === 'MetaProperty';
}
