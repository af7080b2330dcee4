import type { IntakeSink } from '../intake/layout.ts';
import type { RosterCalendar } from './rosterCalendar.ts';
import type { PlaceOf } from './rosterPlaces.ts';
import type { Roster, RosterRecord } from './rosterRecord.ts';
import type { StudentRoster } from './rosterStays.ts';

/**
 * Writes who was in which class of the year, and when; homerooms are none. They are no courses of the measures: OneRoster
 * has neither the state's course codes nor credits and marks, which CALPADS brings.
 */
export function writeRosterClasses(
  roster: Roster,
  { year, students }: { readonly year: number; readonly students: readonly StudentRoster[] },
  ids: ReadonlyMap<RosterRecord, number>,
  calendar: RosterCalendar,
  placeOf: PlaceOf,
  sink: IntakeSink,
  districtCds: string,
): void {
  for (const { user, classes } of students) {
    const id = ids.get(user);
    if (id === undefined) continue;
    for (const { classId, start, end, line } of classes) {
      const one = roster.classes.get(classId);
      if (!one || one.fields.classType?.toLowerCase() === 'homeroom') continue;
      const cds = placeOf(one.fields.schoolSourcedId ?? '');
      if (cds === undefined) continue;
      const course = roster.courses.get(one.fields.courseSourcedId ?? '');
      sink.fact(
        'class_membership',
        {
          student_id: id,
          school_year: year,
          district_cds: districtCds,
          school_cds: cds,
          local_course: course?.fields.courseCode ?? one.fields.courseSourcedId ?? one.id,
          section: one.fields.classCode ?? one.id,
          title: course?.fields.title ?? one.fields.title ?? null,
          term: calendar.termOf(classId)?.term ?? null,
          start_date: start,
          end_date: end,
        },
        line,
      );
    }
  }
}
