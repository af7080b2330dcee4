import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { parseDay } from '../work/parseDay.ts';

export type LeavingDraft = {
  /** The last day. */
  readonly leavesOn: string;
  readonly successorId: string | null;
  readonly words: string | null;
};

type Context = {
  /** Ids of the other members of the district: one of them may take over. */
  readonly successorIds: readonly string[];
  readonly today: string;
};

/** Reads that somebody leaves: the last day is today or later, a successor may be named later. */
export function parseLeavingDraft(
  form: Readonly<Record<string, string>>,
  { successorIds, today }: Context,
): Parsed<LeavingDraft> {
  const errors = new Map<string, string>();
  const day = parseDay(form.leavesOn ?? '');
  if (!day.ok) errors.set('leavesOn', day.message);
  else if (day.day < today)
    errors.set(
      'leavesOn',
      'That day is over. Whoever has left already leaves today: their membership can be ended at once.',
    );
  const successorId = form.successor ? successorIds.find((id) => id === form.successor) : null;
  if (successorId === undefined)
    errors.set('successor', 'Choose somebody of the same district, or nobody yet.');
  const words = form.words?.trim() || null;
  if (words && words.length > 1000) errors.set('words', 'Keep this under 1000 characters.');
  if (errors.size > 0 || !day.ok || successorId === undefined) return { ok: false, errors };
  return { ok: true, value: { leavesOn: day.day, successorId, words } };
}
