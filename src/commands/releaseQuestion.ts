import type { AttackedRelease } from '../disclosure/counts/attackRelease.ts';
import type { Release } from '../vocabulary/release.ts';

/** What a thread is asked of a release; `earlier` are those of the same vault before it, in order, as far as they are at hand. */
export type ReleaseQuestion = {
  readonly release: Release;
  readonly earlier: readonly Release[];
  readonly seconds: number;
  /** Whether every interval is worked out to its ends. */
  readonly exact?: boolean;
};

/** Undefined: its policy is not one that this Tandem knows. */
export type ReleaseAttack = AttackedRelease | undefined;
export type ReleaseMessage = { readonly answer: ReleaseAttack } | { readonly progress: string };
