import type { Breach } from './breach.ts';

/** A name in an archive stays below the folder into which it is unpacked, on every system, and stands once. */
export function zipNamesMustStayInside(
  names: readonly string[],
): Omit<Breach, 'severity' | 'column'> | undefined {
  const leads = names.filter((name) => name.split(/[/\\]/).includes('..') || /^[/\\]|^[a-z]:|\0/i.test(name));
  const plain = names.map((name) => name.toLowerCase());
  const what =
    leads.length > 0
      ? 'a file in it is named so that it would be written outside of its folder'
      : new Set(plain).size < plain.length
        ? 'two files in it have the same name'
        : undefined;
  if (what === undefined) return undefined;
  return {
    rule: 'zipNamesMustStayInside',
    valueClass: 'a name in an archive',
    message: `${what}; nothing was unpacked`,
    remedy: 'no system exports that: ask who made the archive',
  };
}
