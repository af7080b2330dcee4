import { addDays } from '../../vocabulary/addDays.ts';
import { lateAfterDays } from './cycleStanding.ts';

/** A side of a cycle as far as it matters for its mails. */
export type PromptedSide = {
  readonly studyOn: string;
  readonly hasActed: boolean;
  /** The mails that went out for this day already. */
  readonly sent: readonly ('due' | 'late')[];
};

/**
 * The mail that is due to the leader of a test on a calendar date: one on its day of study (or on the first day after on which mails go
 * out), one more when it is late, none after that: the coordinators see it as late from then on.
 */
export function duePrompt({ studyOn, hasActed, sent }: PromptedSide, today: string): 'due' | 'late' | null {
  if (hasActed || today < studyOn) return null;
  if (today >= addDays(studyOn, lateAfterDays)) return sent.includes('late') ? null : 'late';
  return sent.length === 0 ? 'due' : null;
}

/** How long the link of a mail is good: until two months after the day of study, at least a month from today. */
export function linkUntil(studyOn: string, today: string): string {
  const [after, least] = [addDays(studyOn, 60), addDays(today, 30)];
  return after > least ? after : least;
}
