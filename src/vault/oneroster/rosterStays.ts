import { exitMustNotPrecedeStart } from '../calpads/exitMustNotPrecedeStart.ts';
import type { Breach } from '../intake/breach.ts';
import { enrolmentMustLieInTheSetsYear } from './enrolmentMustLieInTheSetsYear.ts';
import { referredMustNotBeDeleted } from './referredMustNotBeDeleted.ts';
import type { DayOf, RosterCalendar } from './rosterCalendar.ts';
import type { Roster, RosterRecord } from './rosterRecord.ts';
import { type ClassDays, dayAfter, type SchoolStay, schoolStays } from './schoolStays.ts';

export type RosterStay = SchoolStay & { readonly org: string };
/** What a student's enrolments of the set's year come to. */
export type StudentRoster = {
  readonly user: RosterRecord;
  readonly stays: readonly RosterStay[];
  /** The days in each class, with its id. */
  readonly classes: readonly (ClassDays & { readonly classId: string })[];
};

/**
 * The students of the set's year, which is that of the latest class in which a student is enrolled; undefined when there
 * is none. Days in a class are those of the enrolment within the class's sessions; a blank day is the session's own.
 */
export function rosterStays(
  roster: Roster,
  calendar: RosterCalendar,
  dayOf: DayOf,
  breach: (one: Breach, shown: number | null) => void,
): { readonly year: number; readonly students: readonly StudentRoster[] } | undefined {
  const enrolments = [...roster.enrollments.values()].filter(
    ({ active, fields }) => active && fields.role?.toLowerCase() === 'student',
  );
  const living = enrolments.flatMap((record) => {
    const { userSourcedId = '', classSourcedId = '' } = record.fields;
    const term = calendar.termOf(classSourcedId);
    const user = roster.users.get(userSourcedId);
    return term && user?.active ? [{ record, term, user, classSourcedId }] : [];
  });
  const gone = enrolments.filter(({ fields }) => {
    const [user, one] = [
      roster.users.get(fields.userSourcedId ?? ''),
      roster.classes.get(fields.classSourcedId ?? ''),
    ];
    return user?.active === false || one?.active === false;
  }).length;
  if (gone > 0) breach(referredMustNotBeDeleted(gone), null);
  if (living.length === 0) return undefined;
  const year = living.reduce((latest, { term }) => Math.max(latest, term.year), 0);
  const own = living.filter(({ term }) => term.year === year);
  if (own.length < living.length)
    breach(enrolmentMustLieInTheSetsYear(living.length - own.length, year), null);
  const students = new Map<RosterRecord, ReturnType<typeof noDays>>();
  for (const { record, term, user, classSourcedId } of own) {
    const begin = dayOf(record, 'enrollments', 'beginDate') ?? term.start;
    const end = dayOf(record, 'enrollments', 'endDate');
    const wrong = end === null ? undefined : exitMustNotPrecedeStart(begin, end, 'enrollments.csv endDate');
    if (wrong && record.saidIn === null) breach(wrong, record.shown);
    const start = begin > term.start ? begin : term.start;
    const last = end === null ? null : dayAfter(end, -1);
    if (wrong || (last !== null && last < start)) continue;
    const student = students.get(user) ?? noDays();
    students.set(user, student);
    const org = record.fields.schoolSourcedId ?? '';
    const days = student.days.get(org) ?? [];
    student.days.set(org, days);
    const inClass = { start, end: last, termStart: term.start, termEnd: term.last, line: record.line };
    days.push(inClass);
    student.classes.push({ ...inClass, classId: classSourcedId });
  }
  return {
    year,
    students: [...students].map(([user, { days, classes }]) => ({ user, classes, stays: staysOf(days) })),
  };
}

function noDays() {
  return {
    days: new Map<string, ClassDays[]>(),
    classes: new Array<ClassDays & { readonly classId: string }>(),
  };
}

/** A stay that nobody ended is over with its terms when a later one at another school follows. */
function staysOf(days: ReadonlyMap<string, readonly ClassDays[]>): RosterStay[] {
  const stays = [...days].flatMap(([org, own]) => schoolStays(own).map((stay) => ({ ...stay, org })));
  return stays
    .map((stay) => {
      const isLeft = stays.some((other) => other.org !== stay.org && other.start > stay.last);
      return stay.end === null && isLeft ? { ...stay, end: stay.last } : stay;
    })
    .toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
}
