import { ssidMustNameOneStudent } from '../edfi/ssidMustNameOneStudent.ts';
import type { Breach } from '../intake/breach.ts';
import { gradeMustBeKnown } from '../intake/gradeMustBeKnown.ts';
import type { IntakeKnowledge, IntakeSink } from '../intake/layout.ts';
import { studentMustHaveAnId } from '../intake/studentMustHaveAnId.ts';
import { gradeMustStand } from './gradeMustStand.ts';
import type { OneRosterVersion } from './oneRosterFiles.ts';
import { primaryOrgs } from './primaryOrgs.ts';
import { listOf } from './referencesMustHold.ts';
import { dayReader, rosterCalendar } from './rosterCalendar.ts';
import { rosterGrade, rosterGrades } from './rosterGrade.ts';
import { rosterPlaces } from './rosterPlaces.ts';
import type { Roster, RosterRecord } from './rosterRecord.ts';
import { type StudentRoster, rosterStays } from './rosterStays.ts';
import { identifiersAreSsids, rosterStudentIds } from './rosterStudentIds.ts';
import { studentMustBeInAClass } from './studentMustBeInAClass.ts';
import { writeRosterClasses } from './writeRosterClasses.ts';
import { writeRosterPerson } from './writeRosterPerson.ts';

/**
 * Writes what a roster says of its latest school year: schools, students and their stays, who they are, classes and who was in
 * them. Answers that year; undefined when no student is in a class. OneRoster has no exit reasons, no short-term
 * status and no word on language, meals, disability or homelessness.
 */
export function writeRoster(
  roster: Roster,
  version: OneRosterVersion,
  sink: IntakeSink,
  known: IntakeKnowledge,
): number | undefined {
  const breach = (one: Breach, shown: number | null): void => sink.breach(one, shown);
  const dayOf = dayReader(breach);
  const calendar = rosterCalendar(roster, dayOf, breach);
  const found = rosterStays(roster, calendar, dayOf, breach);
  const placeOf = rosterPlaces(roster, known, sink);
  const students = studentsOf(roster, version);
  const enrolled = new Set(found?.students.map(({ user }) => user));
  const without = students.filter((user) => !enrolled.has(user)).length;
  if (without > 0) sink.breach(studentMustBeInAClass(without), null);
  if (!found) return undefined;
  const { year } = found;
  const areSsids = identifiersAreSsids(students);
  const isPrimary = primaryOrgs(roster, version);
  const owners = new Map<string, RosterRecord>();
  const tell = (user: RosterRecord, one: Breach): void =>
    sink.breach(one, user.saidIn === null ? user.shown : null);
  const ids = new Map<RosterRecord, number>();
  for (const { user, stays, classes } of found.students) {
    const { ssid, localId, column } = rosterStudentIds(user, areSsids);
    const wrong =
      studentMustHaveAnId(ssid, localId, { ssid: `users.csv ${column}`, localId: 'users.csv identifier' }) ??
      (ssid !== null && owners.has(ssid) ? ssidMustNameOneStudent(false, `users.csv ${column}`) : undefined);
    if (wrong) {
      tell(user, wrong);
      continue;
    }
    if (ssid !== null) owners.set(ssid, user);
    const grade = gradeOf(roster, { user, stays, classes }, (one) => tell(user, one));
    if (grade === undefined) continue;
    const id = sink.student(ssid, localId);
    ids.set(user, id);
    for (const { org, start, end, line } of stays) {
      const cds = placeOf(org);
      if (cds === undefined) continue;
      const status = isPrimary(user, org, stays) ? '10' : '20';
      const at = { student_id: id, school_year: year, district_cds: known.districtCds, school_cds: cds };
      sink.fact('enrolment', { ...at, status, grade, start_date: start, end_date: end }, line);
    }
    const person = roster.demographics.get(user.id);
    const first = stays[0]?.start ?? `${year - 1}-07-01`;
    if (person?.active) writeRosterPerson(person, id, first, dayOf, sink);
  }
  writeRosterClasses(roster, found, ids, calendar, placeOf, sink, known.districtCds);
  return year;
}

function studentsOf(roster: Roster, version: OneRosterVersion): RosterRecord[] {
  const isStudent = (role: string | undefined): boolean => role?.toLowerCase() === 'student';
  if (version === '1.1')
    return [...roster.users.values()].filter(({ active, fields }) => active && isStudent(fields.role));
  const ids = new Set<string>();
  for (const { active, fields } of roster.roles.values())
    if (active && isStudent(fields.role) && fields.userSourcedId) ids.add(fields.userSourcedId);
  return [...roster.users.values()].filter(({ active, id }) => active && ids.has(id));
}

/** The student's grade, else that of classes which have one alone; undefined when there is to be no stay. */
function gradeOf(
  roster: Roster,
  { user, classes }: StudentRoster,
  breach: (one: Breach) => void,
): string | undefined {
  const column = 'users.csv grades';
  const [said] = listOf(user.fields.grades);
  const taught = classes.map(({ classId }) => listOf(roster.classes.get(classId)?.fields.grades));
  const word = said ?? taught.find((grades) => grades.length === 1)?.[0];
  if (word === undefined) {
    breach(gradeMustStand(false, column));
    return 'UE';
  }
  const grade = rosterGrade(word);
  if (grade === undefined) breach(gradeMustBeKnown(column, word, rosterGrades));
  if (grade === null) breach(gradeMustStand(true, column));
  return grade ?? undefined;
}
