/** Who sits together in a review, and how often it is usual. */
export const levels = [
  { id: 'sponsors', name: 'Superintendents', usualWeeks: 13 },
  { id: 'coordinators', name: 'Coordinators', usualWeeks: 2 },
  { id: 'focus-area-leads', name: 'Focus-area leads', usualWeeks: 6 },
  { id: 'schools', name: 'Schools', usualWeeks: 13 },
] as const;
export type Level = (typeof levels)[number];
export type LevelId = Level['id'];

/** What may be decided about a benchmark or an engagement. */
export const choices = [
  { id: 'continue', name: 'Continue', means: 'as it is' },
  { id: 'adapt', name: 'Adapt', means: 'go on, but differently' },
  { id: 'expand', name: 'Expand', means: 'to more schools, students or staff' },
  { id: 'stop', name: 'Stop', means: 'and free the people for something else' },
] as const;
export type ChoiceId = (typeof choices)[number]['id'];

export const decisionReasons = [
  { id: 'works', name: 'It works: figures and people say so' },
  { id: 'too early', name: 'It is too early to judge' },
  { id: 'off pace', name: 'The pace is not what was promised' },
  { id: 'not carried out', name: 'It was not carried out as planned' },
  { id: 'needs changed', name: 'What students need has changed' },
  { id: 'no capacity', name: 'The people or the money are not there' },
  { id: 'better way', name: 'There is a better way' },
  { id: 'other', name: 'Another reason, in our own words' },
] as const;

export const unlockReasons = [
  { id: 'figure wrong', name: 'A figure in it is wrong' },
  { id: 'figure came late', name: 'A figure came late' },
  { id: 'something missing', name: 'Something is missing' },
  { id: 'not agreed', name: 'A district cannot sign it as it is' },
  { id: 'other', name: 'Another reason, in our own words' },
] as const;

export const objectionReasons = [
  { id: 'not correct', name: 'It is not correct' },
  { id: 'too strong', name: 'It says more than the evidence does' },
  { id: 'timing', name: 'Not now: our board or staff should hear it first' },
  { id: 'identifies', name: 'It could point to a person or a school' },
  { id: 'wording', name: 'We would word it differently' },
  { id: 'other', name: 'Another reason, in our own words' },
] as const;

/** What may be said in public from a sealed pack: the parts of the fact sheet, and lines for the press. */
export const statementParts = [
  { id: 'fact-sheet', name: 'The fact sheet as a whole' },
  { id: 'benchmarks', name: 'Benchmarks and pace' },
  { id: 'forged', name: 'Learning partnership forged' },
  { id: 'leveraging', name: 'Leveraging resources to improve student achievement' },
  { id: 'focused-work', name: 'Preparing students for success through focused work' },
  { id: 'leading-reform', name: 'Leading district reform efforts' },
  { id: 'press-line', name: 'A line for the press' },
] as const;
export type StatementPartId = (typeof statementParts)[number]['id'];

type Entry = { readonly id: string; readonly name: string };

/** The name of an entry of a closed list; the id itself where the list has changed since. */
export function entryName(entries: readonly Entry[], id: string): string {
  return entries.find((one) => one.id === id)?.name ?? id;
}
