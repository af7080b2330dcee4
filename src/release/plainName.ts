/**
 * A person's name without what spelling varies: case, accents, spaces, hyphens, letters that are not seen, and the order of
 * its words. Two names that are the same so are taken for one person.
 */
export function plainName(name: string): string {
  const bare = name
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase();
  return bare
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .toSorted()
    .join(' ');
}

/** Whether a name mixes Latin letters with those of an alphabet that has some like them: `Аna` with a Cyrillic А. */
export function mixesAlphabets(name: string): boolean {
  const alike = /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Armenian}\p{Script=Cherokee}]/u;
  return /\p{Script=Latin}/u.test(name) && alike.test(name);
}
