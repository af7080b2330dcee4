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

/** The single grades of a span: `TK-8` is TK, K, 1 … 8. Throws RangeError for a span that is none. */
export function gradesOfSpan(span: string): readonly string[] {
  const [first, last] = span.split('-').map((grade) => singleGrades.findIndex((one) => one === grade));
  if (first === undefined || last === undefined || first < 0 || last < first)
    throw new RangeError(`${span} is no span of grades`);
  return singleGrades.slice(first, last + 1);
}
