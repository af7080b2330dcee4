import type { IntakeSink } from '../intake/layout.ts';
import type { RosterCalendar } from './rosterCalendar.ts';
import type { PlaceOf } from './rosterPlaces.ts';
import type { Roster, RosterRecord } from './rosterRecord.ts';
import type { StudentRoster } from './rosterStays.ts';

/**
 * Writes the sections of the year in which students are, and who is in them; homerooms are none. OneRoster has neither the
 * state's course codes nor credits and marks: no measure counts these courses until CALPADS brings them.
 */
export function writeRosterCourses(
  roster: Roster,
  { year, students }: { readonly year: number; readonly students: readonly StudentRoster[] },
  ids: ReadonlyMap<RosterRecord, number>,
  calendar: RosterCalendar,
  placeOf: PlaceOf,
  sink: IntakeSink,
  districtCds: string,
): void {
  const sections = new Set<string>();
  for (const { user, classes } of students) {
    const id = ids.get(user);
    if (id === undefined) continue;
    for (const [classId, line] of classes) {
      const one = roster.classes.get(classId);
      if (!one || one.fields.classType?.toLowerCase() === 'homeroom') continue;
      const cds = placeOf(one.fields.schoolSourcedId ?? '');
      if (cds === undefined) continue;
      const course = roster.courses.get(one.fields.courseSourcedId ?? '');
      const at = {
        school_year: year,
        district_cds: districtCds,
        school_cds: cds,
        local_course: course?.fields.courseCode ?? one.fields.courseSourcedId ?? one.id,
        section: one.fields.classCode ?? one.id,
        term: calendar.termOf(classId)?.term ?? null,
      };
      if (!sections.has(classId)) sink.fact('course_section', at, one.line);
      sections.add(classId);
      sink.fact('student_course', { ...at, student_id: id }, line);
    }
  }
}
