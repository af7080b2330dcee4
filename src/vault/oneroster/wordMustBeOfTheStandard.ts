import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';

const words: Readonly<Record<string, readonly string[]>> = {
  'orgs type': ['department', 'school', 'district', 'local', 'state', 'national'],
  'academicSessions type': ['gradingPeriod', 'semester', 'schoolYear', 'term'],
  'classes classType': ['homeroom', 'scheduled'],
  'enrollments role': ['administrator', 'proctor', 'student', 'teacher'],
  'roles roleType': ['primary', 'secondary'],
  'demographics sex': ['male', 'female', 'unspecified', 'other'],
};

/** Where the standard has a list of words, the value is one of them, in letters large or small. */
export function wordMustBeOfTheStandard(file: string, column: string, value: string): Breach | undefined {
  const known = words[`${file} ${column}`];
  if (!known || known.some((word) => word.toLowerCase() === value.toLowerCase())) return undefined;
  return {
    rule: 'wordMustBeOfTheStandard',
    severity: 'error',
    column: `${file}.csv ${column}`,
    valueClass: valueClass(value),
    message: `is none of OneRoster's words: ${known.join(', ')}`,
    remedy: 'look for shifted columns; else correct it where the record is kept',
  };
}

export const columnsOfWords: readonly string[] = Object.keys(words);
