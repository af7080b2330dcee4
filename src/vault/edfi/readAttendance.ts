import { yearOfDay } from '../intake/parseDay.ts';
import { absencesMustFitTheDays } from './absencesMustFitTheDays.ts';
import type { EdfiOrigin } from './edfiRecord.ts';
import type { EdfiSet, RecordOf, Stay } from './edfiSet.ts';
import { eventMustLieWithinAStay } from './eventMustLieWithinAStay.ts';
import { recordMustStandOnce } from './recordMustStandOnce.ts';
import { schoolDaysMustBeGiven } from './schoolDaysMustBeGiven.ts';
import type { SchoolDays } from './schoolDays.ts';

const absences = ['unexcused', 'suspension', 'excused', 'independent study'] as const;
type Absence = (typeof absences)[number];

/** A student's absences at a school; each a day, a kind and how much of the day. */
type Absent = {
  readonly student: string;
  readonly school: string;
  readonly days: { readonly day: string; readonly kind: Absence; readonly share: number }[];
  readonly origin: EdfiOrigin;
  readonly elements: Readonly<Record<'student' | 'school' | 'date', string>>;
};

type Row = {
  readonly student: number;
  readonly school: string;
  readonly stays: Stay[];
  absent: Absent | undefined;
};

export type AttendanceReader = {
  readonly add: (record: RecordOf<'StudentSchoolAttendanceEvent'>) => void;
  readonly latestYear: () => number | undefined;
  readonly end: (stays: readonly Stay[], days: SchoolDays, year: number) => void;
};

/**
 * Days of school and of absence, a row a student and school, from events that mostly tell absences: who has no event was
 * there. Of several events on one day no more than the day counts.
 */
export function readAttendance(set: EdfiSet): AttendanceReader {
  const all = new Map<string, Absent>();
  let latest: number | undefined;
  let isGiven = false;
  return {
    add: (record) => {
      isGiven = true;
      const { origin, element } = record;
      const student = record.required('student');
      const school = record.required('school');
      const day = record.requiredDay('date');
      const category = record.required('category');
      const kind =
        category === null
          ? null
          : set.code('AttendanceEventCategoryDescriptor', category, element('category'), origin);
      const share = record.number('days') ?? 1;
      if (student === null || school === null || day === null) return;
      const year = yearOfDay(day);
      if (latest === undefined || year > latest) latest = year;
      const key = `${student}|${school}`;
      const elements = { student: element('student'), school: element('school'), date: element('date') };
      const own = all.get(key) ?? { student, school, days: [], origin, elements };
      if (!all.has(key)) all.set(key, own);
      const absence = absences.find((one) => one === kind);
      if (!absence) return;
      if (own.days.some((one) => one.day === day && one.kind === absence))
        set.breach(recordMustStandOnce(element('date')), origin);
      else own.days.push({ day, kind: absence, share: Math.max(0, Math.min(1, share)) });
    },
    latestYear: () => latest,
    end: (stays, days, year) => {
      if (!isGiven) return;
      const rows = new Map<string, Row>();
      for (const stay of stays) {
        const key = `${stay.student}|${stay.school}`;
        const own = rows.get(key);
        if (own) own.stays.push(stay);
        else rows.set(key, { student: stay.student, school: stay.school, stays: [stay], absent: undefined });
      }
      for (const absent of all.values()) {
        const student = set.persons.id(absent.student, absent.elements.student, absent.origin);
        const school = set.organisations.place(absent.school, absent.elements.school, absent.origin);
        if (student === undefined || school === undefined) continue;
        const own = rows.get(`${student}|${school}`);
        if (own?.absent) own.absent.days.push(...absent.days);
        else if (own) own.absent = absent;
        else {
          set.breach(eventMustLieWithinAStay(absent.elements.school), absent.origin);
          rows.set(`${student}|${school}`, { student, school, stays: [], absent });
        }
      }
      const told = new Set<string>();
      for (const { student, school, stays: own, absent } of rows.values()) {
        const origin = absent?.origin ?? own[0]?.origin;
        if (!origin) continue;
        const element = absent?.elements.date ?? 'StudentSchoolAttendanceEvent';
        const sums = sumsOf(absent?.days.filter(({ day }) => yearOfDay(day) === year) ?? []);
        const total = absences.reduce((sum, kind) => sum + sums[kind], 0);
        const expected = expectedDays(own, days, year);
        if (own.length > 0 && expected === undefined && !told.has(school)) {
          told.add(school);
          set.breach(schoolDaysMustBeGiven(school, element), origin);
        }
        if (expected !== undefined && total > expected) set.breach(absencesMustFitTheDays(element), origin);
        set.fact(
          'attendance',
          {
            student_id: student,
            school_year: year,
            district_cds: set.known.districtCds,
            school_cds: school,
            expected_days: expected ?? null,
            attended_days: expected === undefined ? null : Math.max(0, expected - total),
            out_of_school_suspension_days: sums.suspension,
            excused_days: sums.excused,
            unexcused_days: sums.unexcused,
            incomplete_independent_study_days: sums['independent study'],
            exempt: false,
          },
          origin,
        );
      }
    },
  };
}

function sumsOf(days: Absent['days']): Readonly<Record<Absence, number>> {
  const left = new Map<string, number>();
  const sums = { unexcused: 0, suspension: 0, excused: 0, 'independent study': 0 };
  for (const { day, kind, share } of days) {
    const counted = Math.min(share, left.get(day) ?? 1);
    sums[kind] += counted;
    left.set(day, (left.get(day) ?? 1) - counted);
  }
  return sums;
}

/** The days of school within stays at a school, of which none is counted twice. */
function expectedDays(stays: readonly Stay[], days: SchoolDays, year: number): number | undefined {
  let [sum, last]: [number | undefined, string] = [undefined, ''];
  for (const { schoolId, start, end } of stays.toSorted((a, b) => (a.start < b.start ? -1 : 1))) {
    const until = end ?? `${year}-06-30`;
    if (until < last) continue;
    const own = days.between(schoolId, start > last ? start : last, until);
    if (own !== undefined) sum = (sum ?? 0) + own;
    last = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
  }
  return sum;
}
