import { stateCourseSystems } from './edfiCodes.ts';
import { edfiParts } from './edfiFields.ts';
import type { EdfiOrigin } from './edfiRecord.ts';
import type { EdfiSet, RecordOf } from './edfiSet.ts';

type Taken = {
  readonly student: string;
  readonly organisation: string;
  readonly year: number;
  readonly term: string | null;
  readonly course: string;
  readonly courseOf: string;
  readonly attempted: number | null;
  readonly earned: number | null;
  readonly mark: string | null;
  readonly origin: EdfiOrigin;
  readonly elements: Readonly<Record<'student' | 'organisation' | 'year', string>>;
};

export type TranscriptReader = {
  readonly addCourse: (record: RecordOf<'Course'>) => void;
  readonly add: (record: RecordOf<'CourseTranscript'>) => void;
  readonly end: () => void;
};

/** Courses that students took in the set's year, with the state's course code where the course gives one. */
export function readTranscripts(set: EdfiSet): TranscriptReader {
  const stateCourses = new Map<string, string>();
  const taken: Taken[] = [];
  return {
    addCourse: (record) => {
      const [code, organisation] = [record.required('code'), record.text('organisation')];
      const state = record
        .parts('codes', edfiParts.courseCode)
        .find((part) => stateCourseSystems.test(part.text('system')?.split('#').at(-1) ?? ''))
        ?.text('code');
      if (code !== null && state) stateCourses.set(`${organisation}|${code}`, state);
    },
    add: (record) => {
      const { origin, element } = record;
      const student = record.required('student');
      const organisation = record.required('organisation');
      const course = record.required('course');
      const year = record.required('year') === null ? null : record.year('year');
      const uri = record.required('term');
      const term = uri === null ? null : set.code('TermDescriptor', uri, element('term'), origin);
      if (student === null || organisation === null || course === null || year === null) return;
      taken.push({
        student,
        organisation,
        year,
        term: term ?? null,
        course,
        courseOf: record.text('courseOf') ?? '',
        attempted: record.number('attempted'),
        earned: record.number('earned'),
        mark: record.text('mark')?.toUpperCase() ?? null,
        origin,
        elements: {
          student: element('student'),
          organisation: element('organisation'),
          year: element('year'),
        },
      });
    },
    end: () => {
      for (const { origin, elements, ...one } of taken) {
        if (!set.inYear(one.year, elements.year, origin)) continue;
        const id = set.persons.id(one.student, elements.student, origin);
        const cds = set.organisations.place(one.organisation, elements.organisation, origin);
        if (id === undefined || cds === undefined) continue;
        const state = stateCourses.get(`${one.courseOf}|${one.course}`);
        const place = { school_year: one.year, district_cds: set.known.districtCds, school_cds: cds };
        set.fact(
          'student_course',
          {
            student_id: id,
            ...place,
            term: one.term,
            state_course: state ?? (/^\d{4}$/.test(one.course) ? one.course : null),
            local_course: one.course,
            credits_attempted: one.attempted,
            credits_earned: one.earned,
            mark: one.mark,
          },
          origin,
        );
      }
    },
  };
}
