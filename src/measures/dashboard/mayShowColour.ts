import { minimumStudents } from './rules2024.ts';

/**
 * Whether a colour is published: 30 students in both years; 15 for foster youth, homeless students and long-term
 * English learners of a district (not of a school, nor of a charter school).
 */
export function mayShowColour(of: {
  readonly group: string;
  readonly district: boolean;
  readonly students: number | null;
  readonly priorStudents: number | null;
}): boolean {
  const small: readonly string[] = minimumStudents.smallGroups;
  const needed =
    of.district && small.includes(of.group) ? minimumStudents.colourOfSmallGroups : minimumStudents.colour;
  return (of.students ?? 0) >= needed && (of.priorStudents ?? 0) >= needed;
}
