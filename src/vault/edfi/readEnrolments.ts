import { enrolmentMustTouchItsYear } from '../calpads/enrolmentMustTouchItsYear.ts';
import { exitMustNotPrecedeStart } from '../calpads/exitMustNotPrecedeStart.ts';
import { yearOfDay } from '../intake/parseDay.ts';
import type { EdfiOrigin } from './edfiRecord.ts';
import type { EdfiSet, RecordOf, Stay } from './edfiSet.ts';
import type { Completion } from './readAcademicRecords.ts';

type Enrolment = {
  readonly student: string;
  readonly school: string;
  readonly year: number;
  readonly status: string;
  readonly grade: string;
  readonly start: string;
  readonly end: string | null;
  readonly reason: string | null;
  readonly completion: string | null;
  readonly origin: EdfiOrigin;
  readonly elements: Readonly<Record<'student' | 'school' | 'start' | 'end', string>>;
};

export type EnrolmentReader = {
  readonly add: (record: RecordOf<'StudentSchoolAssociation'>) => void;
  /** The latest school year of the enrolments; undefined without any. */
  readonly latestYear: () => number | undefined;
  /** Writes the enrolments; `completionOf` gives what an academic record says of a student in the year. */
  readonly end: (completionOf: (uniqueId: string) => Completion | undefined) => readonly Stay[];
};

/** Stays at schools. The school year is the association's own or, without one, that of the entry date. */
export function readEnrolments(set: EdfiSet): EnrolmentReader {
  const enrolments: Enrolment[] = [];
  let latest: number | undefined;
  return {
    add: (record) => {
      const { origin, element } = record;
      const student = record.required('student');
      const school = record.required('school');
      const start = record.requiredDay('start');
      const level = record.required('grade');
      const grade = level === null ? null : set.code('GradeLevelDescriptor', level, element('grade'), origin);
      const said = record.year('year');
      const exit = record.text('exit');
      const kind = record.text('kind');
      const reason =
        exit === null ? null : set.code('ExitWithdrawTypeDescriptor', exit, element('exit'), origin);
      const status =
        kind === null ? null : set.code('EnrollmentTypeDescriptor', kind, element('kind'), origin);
      if (student === null || school === null || start === null || grade === undefined) return;
      const year = said ?? yearOfDay(start);
      if (latest === undefined || year > latest) latest = year;
      const [why = null, completion = null] = reason?.split(' ') ?? [];
      enrolments.push({
        student,
        school,
        year,
        status: status ?? (record.yes('primary') === false ? '20' : '10'),
        grade: grade ?? 'UE',
        start,
        end: record.day('end'),
        reason: why,
        completion,
        origin,
        elements: {
          student: element('student'),
          school: element('school'),
          start: element('start'),
          end: element('end'),
        },
      });
    },
    latestYear: () => latest,
    end: (completionOf) => {
      const stays: Stay[] = [];
      for (const { origin, elements, ...one } of enrolments) {
        if (!set.inYear(one.year, elements.start, origin)) continue;
        const key = `${one.student}|${one.school}|${one.start}`;
        if (!set.once('StudentSchoolAssociation', key, elements.start, origin)) continue;
        for (const breach of [
          exitMustNotPrecedeStart(one.start, one.end, elements.end),
          enrolmentMustTouchItsYear(one.start, one.end, one.year, elements),
        ])
          if (breach) set.breach(breach, origin);
        const id = set.persons.id(one.student, elements.student, origin);
        const cds = set.organisations.place(one.school, elements.school, origin);
        if (id === undefined || cds === undefined) continue;
        const { start, end, grade, status, reason } = one;
        const completed = reason === 'E230' ? completionOf(one.student) : undefined;
        stays.push({
          student: id,
          school: cds,
          schoolId: set.organisations.idOf(one.school),
          start,
          end,
          origin,
        });
        set.fact(
          'enrolment',
          {
            student_id: id,
            school_year: one.year,
            district_cds: set.known.districtCds,
            school_cds: cds,
            status,
            grade,
            start_date: start,
            end_date: end,
            exit_reason: reason,
            completion: one.completion ?? completed?.code ?? null,
            ...completed?.flags,
          },
          origin,
        );
      }
      return stays;
    },
  };
}
