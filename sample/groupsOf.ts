import { races } from './communities.ts';
import type { Student } from './drawStudent.ts';
import { type Subgroup, subgroups } from './outcomesLayout.ts';

/** Places of the groups in `subgroups`. */
const at = Object.fromEntries(subgroups.map((group, place) => [group, place])) as {
  readonly [group in Subgroup]: number;
};
const raceAt = races.map((race) => at[race]);

/**
 * The groups a student is counted in, in any metric, as places in `subgroups`. `english_learners` holds current
 * learners; the Dashboard's wider group (with the recently reclassified) is added up where rows are written.
 */
export function groupsOf(student: Student): readonly number[] {
  const groups = [at.all, raceAt[student.race] ?? at.race_not_reported, at[student.gender]];
  const { grade, language } = student;
  if (grade >= 9) groups.push(at.grades_9_12);
  else groups.push(gradeSpanOf(grade), at.grades_tk_8);
  if (language === 'english only') groups.push(at.english_only);
  else if (language === 'recently reclassified') groups.push(at.recently_reclassified);
  else if (language !== 'other') groups.push(at.english_learners);
  if (language === 'long-term learner') groups.push(at.long_term_english_learners);
  if (student.disadvantaged) groups.push(at.socioeconomically_disadvantaged);
  if (student.disability) groups.push(at.students_with_disabilities);
  if (student.foster) groups.push(at.foster);
  if (student.homeless) groups.push(at.homeless);
  if (student.migrant) groups.push(at.migrant);
  groups.push(student.alternate ? at.alternate_assessment : at.smarter_balanced_assessment);
  return groups;
}

function gradeSpanOf(grade: number): number {
  if (grade === 0) return at.grades_tk_k;
  if (grade <= 3) return at.grades_1_3;
  return grade <= 6 ? at.grades_4_6 : at.grades_7_8;
}
