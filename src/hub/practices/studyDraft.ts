import type { Parsed } from '../benchmarks/benchmarkDraft.ts';
import { type StudyFields, studyDesigns } from './essaTier.ts';
import { readCount, readField, readLink } from './readField.ts';

/** A study as a person reads it off its paper. */
export type StudyDraft = StudyFields & {
  readonly citation: string;
  readonly link: string | null;
  readonly schools: number | null;
};

/** Questions about a study that are answered with yes or no. */
export const studyQuestions = [
  {
    field: 'favourable',
    label: 'Did it find a statistically significant favourable effect on a relevant outcome?',
  },
  {
    field: 'unfavourable',
    label: 'Did it find a statistically significant unfavourable effect that outweighs it?',
  },
  { field: 'baselineShown', label: 'Does it show that both groups were alike at the start?' },
  { field: 'samePopulation', label: 'Are its students like ours?' },
  { field: 'sameSetting', label: 'Are its schools and districts like ours?' },
] as const;

/** Reads a study; a question that was not answered is an error, since each of them moves the tier. */
export function parseStudyDraft(form: Readonly<Record<string, string>>): Parsed<StudyDraft> {
  const errors = new Map<string, string>();
  const citation = readField({
    form,
    errors,
    name: 'citation',
    longest: 500,
    empty: 'Say who wrote it, what it is called, and when it appeared.',
  });
  const link = readLink(form, errors, 'link');
  const design = studyDesigns.find(({ id }) => id === form.design)?.id;
  if (!design) errors.set('design', 'Choose the design: most follows from it.');
  const count = (name: string) => readCount(form, errors, name);
  const counts = {
    students: count('students'),
    groupsOfTen: count('groupsOfTen'),
    districts: count('districts'),
    schools: count('schools'),
  };
  const answers = new Map<string, boolean>();
  for (const { field } of studyQuestions) {
    const answer = form[field];
    if (answer === 'yes' || answer === 'no') answers.set(field, answer === 'yes');
    else if (design !== 'rationale') errors.set(field, 'Answer with yes or no.');
  }
  if (design !== 'rationale' && answers.get('favourable') && answers.get('unfavourable'))
    errors.set(
      'unfavourable',
      'An effect that outweighs the favourable one leaves none: answer no to one of them.',
    );
  const attrition = form.attrition === 'low' || form.attrition === 'high' ? form.attrition : null;
  if (!citation || !design || errors.size > 0) return { ok: false, errors };
  const isRationale = design === 'rationale';
  const yes = (field: (typeof studyQuestions)[number]['field']) => answers.get(field) ?? false;
  return {
    ok: true,
    value: {
      citation,
      link,
      design,
      ...counts,
      attrition: isRationale ? null : attrition,
      favourable: !isRationale && yes('favourable'),
      unfavourable: !isRationale && yes('unfavourable'),
      baselineShown: !isRationale && yes('baselineShown'),
      samePopulation: yes('samePopulation'),
      sameSetting: yes('sameSetting'),
    },
  };
}
