import { type Node, visitorKeys } from 'oxc-parser';

type Visit = (node: Node, parent: Node | undefined, key: string) => void;

/** Calls `visit` for the node and all below it, outer ones first, in the order of the source. */
export function walkNodes(node: Node, visit: Visit, parent?: Node, key = ''): void {
  visit(node, parent, key);
  const fields = node as unknown as Record<string, unknown>;
  for (const name of visitorKeys[node.type] ?? []) {
    const below = fields[name];
    for (const child of Array.isArray(below) ? below : [below]) {
      if (child) walkNodes(child as Node, visit, node, name);
    }
  }
}
