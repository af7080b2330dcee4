import type { Subject } from '../../vocabulary/cell.ts';

/** The page that explains one figure: definition, students, publisher, as-of, and why others differ. `home` is the partnership's path. */
export function figurePath(home: string, cds: string, subject: Subject): string {
  const { measure, schoolYear, group, grade } = subject;
  return `${home}/figures/${cds}/${measure}/${schoolYear}/${group}/${grade}`;
}

/** The page of one measure, for a group. */
export function measurePath(home: string, measureId: string, group = 'ALL'): string {
  return `${home}/measures/${measureId}${group === 'ALL' ? '' : `?group=${group}`}`;
}

export function districtPath(home: string, cds: string): string {
  return `${home}/districts/${cds}`;
}

/** The page that explains a group's share of a district's enrolment in a school year. */
export function enrolmentSharePath(home: string, cds: string, year: number, group: string): string {
  return `${districtPath(home, cds)}/enrolment/${year}/${group}`;
}
