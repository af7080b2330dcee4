import type { House } from './house.ts';

export type Breach = { readonly path: string; readonly line: number; readonly message: string };

/** Files of a small house by their paths, and how many breaches the wall must see in it. */
export type Example = { readonly files: Readonly<Record<string, string>>; readonly breaches: number };

/**
 * A rule about the source that the type checker and the linter cannot hold. It carries examples of its own: a wall
 * that sees nothing in a broken house is no wall, one that sees a breach in a sound house is in the way.
 */
export type Wall = {
  readonly sentence: string;
  readonly find: (house: House) => readonly Breach[];
  readonly examples: readonly Example[];
};
