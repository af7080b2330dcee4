/** Grades for which a practice is. */
export const practiceGrades = [
  { id: 'TK-3', name: 'TK to grade 3' },
  { id: '4-5', name: 'Grades 4 and 5' },
  { id: '6-8', name: 'Grades 6 to 8' },
  { id: '9-12', name: 'Grades 9 to 12' },
  { id: 'adults', name: 'Adults: teachers, principals, families' },
] as const;
export type PracticeGradeId = (typeof practiceGrades)[number]['id'];

/** Where a practice is done. */
export const practiceSettings = [
  { id: 'whole district', name: 'The whole district' },
  { id: 'elementary', name: 'Elementary schools' },
  { id: 'middle', name: 'Middle schools' },
  { id: 'high', name: 'High schools' },
  { id: 'beyond the day', name: 'Before or after school, or in summer' },
  { id: 'online', name: 'Online' },
  { id: 'adult learning', name: 'Meetings and courses of adults' },
] as const;
export type PracticeSettingId = (typeof practiceSettings)[number]['id'];

/** What kind of change was made when a practice moved. */
export const changeKinds = [
  { id: 'audience', name: 'Audience', hint: 'Other students, grades or schools.' },
  { id: 'length', name: 'Dose or length', hint: 'More or less often, longer or shorter.' },
  { id: 'staffing', name: 'Staffing', hint: 'Other people do it, or more or fewer.' },
  { id: 'materials', name: 'Materials', hint: 'Other texts, tasks, tests, software.' },
  { id: 'language', name: 'Language', hint: 'Done or written in another language.' },
  { id: 'setting', name: 'Setting', hint: 'In another place or time of the day.' },
  { id: 'order', name: 'Order', hint: 'The steps come in another order.' },
] as const;
export type ChangeKindId = (typeof changeKinds)[number]['id'];

/** What a district may say came of a practice. */
export const adoptionResults = [
  { id: 'works', name: 'Works', hint: 'You go on with it, and would tell a colleague to.' },
  { id: 'too early', name: 'Too early', hint: 'It runs; nothing can be said yet.' },
  {
    id: 'did not work',
    name: 'Tried, did not work',
    hint: 'Say for whom, where and why: the next district reads it first.',
  },
  {
    id: 'entered by mistake',
    name: 'Entered by mistake',
    hint: 'It was never taken up. It stays in the history alone.',
  },
] as const;
export type AdoptionResultId = (typeof adoptionResults)[number]['id'];

/** Why a practice did not work. */
export const failureReasons = [
  { id: 'no gain', name: 'Done as meant, and no gain was seen', hint: null },
  { id: 'harm', name: 'Something else suffered by it', hint: null },
  { id: 'not as meant', name: 'Not done as meant', hint: 'Too few sessions, steps left out.' },
  { id: 'no time', name: 'No time in the day or calendar for it', hint: null },
  { id: 'staff', name: 'Staff left, or were not trained', hint: null },
  { id: 'students differ', name: 'Our students differ from those it was made for', hint: null },
  { id: 'materials', name: 'Materials or data were not there', hint: null },
  { id: 'cost', name: 'It cost more than it gave', hint: null },
  { id: 'other', name: 'Another reason', hint: null },
] as const;
export type FailureReasonId = (typeof failureReasons)[number]['id'];

type Named = { readonly id: string; readonly name: string };

/** The name of an id of a list; the id itself for one that is no longer in it. */
export function nameOf(list: readonly Named[], id: string): string {
  return list.find((one) => one.id === id)?.name ?? id;
}
