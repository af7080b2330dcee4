import type { Known } from './judgeRelease.ts';
import type { ReleaseRows } from './releaseRows.ts';

/** What the thread of the door is asked, in this order: of one file, once opened. */
export type DoorQuestion =
  | { readonly ask: 'open'; readonly file: Uint8Array }
  | {
      readonly ask: 'judge';
      readonly known: Omit<Known, 'others'>;
      /** The files of what is here of the same vault, with the names that they must have. */
      readonly others: readonly { readonly hash: string; readonly file: Uint8Array }[];
      readonly today: string;
    }
  | { readonly ask: 'attack' }
  | { readonly ask: 'rows' };

export type OpenedRelease =
  | { readonly ok: true; readonly hash: string; readonly cds: string }
  | { readonly ok: false; readonly reason: string };

/** `against`: why it must not enter. `notes`: what was not worked out, and who answers for it; it may enter. */
export type AttackAnswer = { readonly against: readonly string[]; readonly notes: readonly string[] };

export type DoorAnswers = {
  readonly open: OpenedRelease;
  readonly judge: readonly string[];
  readonly attack: AttackAnswer;
  readonly rows: ReleaseRows;
};
