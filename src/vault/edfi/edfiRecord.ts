/** A record as it is written: elements by name, each a text, a record within, or a list of them. */
export type EdfiNode = { readonly [name: string]: EdfiValue };
export type EdfiValue = string | number | boolean | null | EdfiNode | readonly EdfiValue[];

/** XML and JSON name the same elements in two ways. */
export type EdfiForm = 'xml' | 'json';

/** Where a record stands: `line` counts through a whole set of files, `shown` within its own file. */
export type EdfiOrigin = {
  /** The file's name, of a set of several; else empty. */
  readonly file: string;
  readonly line: number;
  readonly shown: number;
};

/** How a record travels through the intake as a row: its resource, its text as JSON, its file and its line there. */
export const edfiHeader = ['resource', 'record', 'file', 'line'] as const;

/** What stands for the id of an element that is referred to by its mark within a file. */
export function edfiMark({ file }: EdfiOrigin, mark: string): string {
  return `@${file}|${mark}`;
}

/** All texts at a path of names, through every list on the way. */
export function textsAt(node: EdfiValue | undefined, path: readonly string[]): string[] {
  return valuesAt(node, path).flatMap((value) =>
    value === null || typeof value === 'object' ? [] : [String(value).trim()],
  );
}

/** All records at a path of names, through every list on the way. */
export function nodesAt(node: EdfiValue | undefined, path: readonly string[]): EdfiNode[] {
  return valuesAt(node, path).filter(isNode);
}

function valuesAt(node: EdfiValue | undefined, path: readonly string[]): EdfiValue[] {
  if (node === undefined) return [];
  if (isList(node)) return node.flatMap((one) => valuesAt(one, path));
  const [name, ...rest] = path;
  if (name === undefined) return [node];
  return isNode(node) ? valuesAt(node[name], rest) : [];
}

function isList(value: EdfiValue): value is readonly EdfiValue[] {
  return Array.isArray(value);
}

function isNode(value: EdfiValue): value is EdfiNode {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
