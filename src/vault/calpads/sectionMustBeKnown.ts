import type { Breach } from '../intake/breach.ts';
import type { CourseSection } from '../intake/layout.ts';
import { valueClass } from '../intake/valueClass.ts';

/** A student's course belongs to a section of the year and school that CRSC reports. */
export function sectionMustBeKnown(
  section: string | null,
  found: CourseSection | undefined,
  column: string,
): Breach | undefined {
  if (found) return undefined;
  return {
    rule: 'sectionMustBeKnown',
    severity: 'error',
    column,
    valueClass: valueClass(section ?? ''),
    message: 'no section of this course is loaded for the school and year',
    remedy: 'load the CRSC file first; both files must be of one export',
  };
}
