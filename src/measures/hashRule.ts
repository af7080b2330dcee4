import { createHash } from 'node:crypto';

/**
 * The SHA-256, in hexadecimal, of a rule: the text of its SQL and of every shared view that it names, directly or not,
 * in the order of their names, comments included. Counts compare only when both their definitions and rules are equal.
 */
export function hashRule(
  rule: { readonly text: string; readonly views: readonly string[] },
  views: ReadonlyMap<string, string>,
): string {
  const hash = createHash('sha256').update(rule.text, 'utf8');
  for (const name of rule.views.toSorted()) {
    const text = views.get(name);
    if (text === undefined) throw new RangeError(`no shared view is called ${name}`);
    hash.update('\0').update(text, 'utf8');
  }
  return hash.digest('hex');
}
