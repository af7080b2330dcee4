import { type Cause, causeById, causes } from './causes.ts';

/** One cause, with the school, file or day that it is about where it needs one. */
export type Change = { readonly cause: string; readonly about: string | null };

/** Changes together; none is the vault as it is. */
export type WhatIf = readonly Change[];

/** `charters + before:7`, the same for the same changes in whatever order; empty for the vault as it is. */
export function whatIfKey(changes: WhatIf): string {
  return changes
    .map(({ cause, about }) => (about === null ? cause : `${cause}:${about}`))
    .toSorted()
    .join(' + ');
}

/** The changes that a key names. Throws RangeError for a cause that is none. */
export function parseWhatIf(key: string): WhatIf {
  if (key === '') return [];
  return key.split(' + ').map((part) => {
    const [cause = '', about] = part.split(':');
    causeById(cause);
    return { cause, about: about ?? null };
  });
}

/** Every way to take `size` of these changes of which no two are of one family. */
export function combineChanges(changes: readonly Change[], size: number): WhatIf[] {
  if (size === 0) return [[]];
  return changes.flatMap((change, at) =>
    combineChanges(changes.slice(at + 1), size - 1)
      .filter((others) => others.every((other) => familyOf(other) !== familyOf(change)))
      .map((others) => [change, ...others]),
  );
}

function familyOf({ cause }: Change): Cause['family'] {
  return causeById(cause).family;
}

/** `without charter schools and as the vault stood before senr.txt was loaded`; `names` says what an `about` is called. */
export function whatIfPhrase(changes: WhatIf, names: ReadonlyMap<string, string>): string {
  return changes
    .map(({ cause, about }) => {
      const name = about === null ? '' : (names.get(`${cause}:${about}`) ?? about);
      return causeById(cause).phrase.replace('{}', name);
    })
    .join(' and ');
}

/** Orders keys by how many changes they take, then as the known causes stand: those first that are found most often. */
export function byLikelihood(one: string, other: string): number {
  const [a, b] = [parseWhatIf(one), parseWhatIf(other)];
  const place = (changes: WhatIf): number =>
    changes.reduce((sum, { cause }) => sum * causes.length + causes.indexOf(causeById(cause)), 0);
  return a.length - b.length || place(a) - place(b) || (one < other ? -1 : 1);
}
