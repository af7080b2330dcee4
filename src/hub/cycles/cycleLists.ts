/** What a tested change changes. */
export const changeKinds = [
  { id: 'teaching', name: 'How something is taught' },
  { id: 'materials', name: 'Materials or tasks' },
  { id: 'time', name: 'Time: schedule, length, pace' },
  { id: 'placement', name: 'Placement or grouping of students' },
  { id: 'checking', name: 'How progress is checked' },
  { id: 'extra help', name: 'Extra help for students' },
  { id: 'adults', name: 'Coaching or learning of adults' },
  { id: 'families', name: 'Contact with families' },
  { id: 'procedure', name: 'A rule or procedure of the district' },
  { id: 'other', name: 'Another kind of change' },
] as const;
export type ChangeKindId = (typeof changeKinds)[number]['id'];

/** What the measure is predicted to do. */
export const predictions = [
  { id: 'rises', name: 'It rises' },
  { id: 'falls', name: 'It falls' },
  { id: 'stays', name: 'It stays as it is' },
] as const;
export type PredictionId = (typeof predictions)[number]['id'];

/** How the change was carried out. */
export const waysDone = [
  { id: 'as planned', name: 'As planned' },
  { id: 'partly', name: 'Partly' },
  { id: 'not done', name: 'Not done' },
] as const;
export type WayDoneId = (typeof waysDone)[number]['id'];

/** What follows from a test. */
export const acts = [
  { id: 'adopt', name: 'Adopt', past: 'Adopted' },
  { id: 'adapt', name: 'Adapt', past: 'Adapted' },
  { id: 'abandon', name: 'Abandon', past: 'Abandoned' },
] as const;
export type ActId = (typeof acts)[number]['id'];

/** Why it follows; each reason belongs to one act, so that one choice says both. */
export const actReasons = [
  { id: 'worked', act: 'adopt', name: 'It worked here' },
  { id: 'worked elsewhere too', act: 'adopt', name: 'It worked here and in the other district' },
  { id: 'no worse and easier', act: 'adopt', name: 'No worse, and easier for teachers or families' },
  { id: 'worked for some', act: 'adapt', name: 'It worked for some students' },
  { id: 'worked in part', act: 'adapt', name: 'Part of it worked' },
  { id: 'not as planned', act: 'adapt', name: 'It was not carried out as planned: try again' },
  { id: 'too few to tell', act: 'adapt', name: 'Too few students to tell: test it with more' },
  { id: 'did not work', act: 'abandon', name: 'It did not work' },
  { id: 'did harm', act: 'abandon', name: 'Something else became worse' },
  { id: 'too much work', act: 'abandon', name: 'Too much work for what it gave' },
  { id: 'does not fit', act: 'abandon', name: 'It does not fit our students or schools' },
  { id: 'not held', act: 'abandon', name: 'It was never carried out' },
] as const satisfies readonly { readonly id: string; readonly act: ActId; readonly name: string }[];
export type ActReasonId = (typeof actReasons)[number]['id'];

/** Why a day of study moves. */
export const movingReasons = [
  { id: 'began later', name: 'The test began later' },
  { id: 'more time', name: 'It needs more time to show' },
  { id: 'figures later', name: 'The figures come later' },
  { id: 'leader away', name: 'Its leader is away' },
  { id: 'other', name: 'Another reason' },
] as const;
export type MovingReasonId = (typeof movingReasons)[number]['id'];

/** Why somebody else leads a test. */
export const leadingReasons = [
  { id: 'leader left', name: 'Its leader leaves, or has left' },
  { id: 'leader away', name: 'Its leader is away' },
  { id: 'closer', name: 'Somebody else is closer to it' },
  { id: 'other', name: 'Another reason' },
] as const;
export type LeadingReasonId = (typeof leadingReasons)[number]['id'];

type Listed = { readonly id: string; readonly name: string };

/** The name of an entry of a list; the id itself for one that is no longer in it. */
export function listedName(list: readonly Listed[], id: string): string {
  return list.find((one) => one.id === id)?.name ?? id;
}

/** The id of a list's entry that a form names, or undefined. */
export function findListed<Id extends string>(
  list: readonly { readonly id: Id }[],
  text: string | undefined,
): Id | undefined {
  return list.find(({ id }) => id === text)?.id;
}
