/** Grades and grade spans that a slice may name; `all` is every grade the measure is defined for. */
export const gradeSpans = ['all', 'TK-K', '1-3', '4-6', '7-8', 'TK-8', '9-12'] as const;
export const singleGrades = [
  'TK',
  'K',
  '1',
  '2',
  '3',
  '4',
  '5',
  '6',
  '7',
  '8',
  '9',
  '10',
  '11',
  '12',
] as const;

export type Grade = (typeof gradeSpans)[number] | (typeof singleGrades)[number];

const grades = new Set<string>([...gradeSpans, ...singleGrades]);

export function isGrade(text: string): text is Grade {
  return grades.has(text);
}

/** `Grades 4-6`, `Grade 8`, `All grades`. */
export function gradeName(grade: Grade): string {
  if (grade === 'all') return 'All grades';
  return `${grade.includes('-') ? 'Grades' : 'Grade'} ${grade}`;
}
