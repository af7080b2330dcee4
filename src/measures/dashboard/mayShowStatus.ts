import { minimumStudents } from './rules2024.ts';

/** Whether a year's status is published with so many students; a missing count shows nothing. */
export function mayShowStatus(students: number | null): boolean {
  return students !== null && students >= minimumStudents.status;
}
