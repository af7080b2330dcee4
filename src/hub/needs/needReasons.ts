/** Why a need is confirmed although the figures do not call it one. */
export const needReasons = [
  {
    id: 'own evidence',
    name: 'Our own evidence shows it',
    hint: 'Classroom visits, surveys, tests of the year under way.',
  },
  { id: 'few students', name: 'Too few students are counted, and they matter', hint: null },
  {
    id: 'not good enough',
    name: 'As expected is not good enough',
    hint: 'Districts like ours are far from the standard, too.',
  },
  { id: 'priority', name: 'Our board or plan has made it a priority', hint: null },
  {
    id: 'unfair comparison',
    name: 'The comparison is unfair',
    hint: 'Say why in a note as well: it stays with the figures.',
  },
  { id: 'other', name: 'Another reason', hint: null },
] as const;
export type NeedReasonId = (typeof needReasons)[number]['id'];

/** Why a need is closed. */
export const closingReasons = [
  {
    id: 'met',
    name: 'Met',
    hint: 'The students it was about are where they should be, or on their way without help.',
  },
  {
    id: 'figures changed',
    name: 'The figures changed',
    hint: 'Newer or corrected figures do not show it any more.',
  },
  { id: 'merged', name: 'Merged into another need', hint: null },
  { id: 'set aside', name: 'Set aside', hint: 'It stands, but nobody can work on it now.' },
  { id: 'other', name: 'Another reason', hint: null },
] as const;
export type ClosingReasonId = (typeof closingReasons)[number]['id'];

/** Why somebody calls a comparison unfair. */
export const unfairReasons = [
  { id: 'students differ', name: 'The students differ in a way the profile does not see' },
  { id: 'counted differently', name: 'The districts count or record it differently' },
  { id: 'unusual year', name: 'The year was unusual here' },
  { id: 'rules differ', name: 'A rule, test or programme differs' },
  { id: 'few students', name: 'A few students move the figure' },
  { id: 'other', name: 'Another reason' },
] as const;
export type UnfairReasonId = (typeof unfairReasons)[number]['id'];

/** Why an ask is declined. */
export const decliningReasons = [
  { id: 'no capacity', name: 'No capacity', hint: 'The offer stands, but something has come between.' },
  {
    id: 'not our strength',
    name: 'Not our strength',
    hint: 'The figures say so, and we do not believe it is our doing.',
  },
  { id: 'wrong person', name: 'Wrong person', hint: 'Say below whom to ask instead.' },
  { id: 'later', name: 'Later', hint: 'Say below when to ask again.' },
] as const;
export type DecliningReasonId = (typeof decliningReasons)[number]['id'];

type Reason = { readonly id: string; readonly name: string };

/** The name of a reason of a list; the id itself for one that is no longer in it. */
export function reasonName(reasons: readonly Reason[], id: string): string {
  return reasons.find((reason) => reason.id === id)?.name ?? id;
}

/** The id of a list's reason that a form names, or undefined. */
export function findReason<Id extends string>(
  reasons: readonly { readonly id: Id }[],
  text: string | undefined,
): Id | undefined {
  return reasons.find((reason) => reason.id === text)?.id;
}
