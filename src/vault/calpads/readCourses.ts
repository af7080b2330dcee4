import type { CalpadsFile, RecordReader } from './calpadsRow.ts';
import { courseMustBeKnown } from './courseMustBeKnown.ts';
import { givesCollegeCredit } from './givesCollegeCredit.ts';
import { openCodeTable } from './openCodeTable.ts';
import { sectionMustBeKnown } from './sectionMustBeKnown.ts';
import { valueMustStand } from './valueMustStand.ts';

/** CRSC: a row a section of a course. */
export function readCrsc({ cells, sink, known }: CalpadsFile): RecordReader {
  const courses = openCodeTable('course_group_master_combos', known, sink);
  return {
    read: ({ year, school }) => {
      const [course, section] = [cells.text('localCourse'), cells.text('section')];
      if (course === null) sink.breach(valueMustStand(cells.column('localCourse'), 'local course'));
      if (section === null) sink.breach(valueMustStand(cells.column('section'), 'section'));
      const state = cells.text('stateCourse');
      const unknown = courseMustBeKnown(state, year, courses, cells.column('stateCourse'));
      if (unknown) sink.breach(unknown);
      if (course === null || section === null) return;
      const level = cells.text('level');
      sink.fact('course_section', {
        school_year: year,
        district_cds: known.districtCds,
        school_cds: school,
        local_course: course,
        section,
        state_course: state,
        level,
        ap_ib: cells.text('apIb'),
        college_credit: givesCollegeCredit(state, level),
      });
    },
  };
}

const terms = new Set('FY S1 S2 S3 T1 T2 T3 Q1 Q2 Q3 Q4 H1 H2 H3 H4 H5 H6 SS IS'.split(' '));

/** SCSC: a row a course that a student took in a term, with what its section says of the course. */
export function readScsc({ cells, sink, known }: CalpadsFile): RecordReader {
  const courses = openCodeTable('course_group_master_combos', known, sink);
  return {
    read: ({ year, school, student }) => {
      const id = student();
      const [course, section] = [cells.text('localCourse'), cells.text('section')];
      const found = known.sections.get(`${year}|${school}|${course}|${section}`);
      const breach = sectionMustBeKnown(section, found, cells.column('section'));
      if (breach) sink.breach(breach);
      if (id === undefined || !found) return;
      if (found.state_course !== null) courses.judge([found.state_course], year);
      const [, pathway, capstone] = courses.row(found.state_course ?? '') ?? [];
      sink.fact('student_course', {
        student_id: id,
        school_year: year,
        district_cds: known.districtCds,
        school_cds: school,
        term: cells.code('term', terms, 'academic term'),
        state_course: found.state_course,
        local_course: course,
        section,
        level: found.level,
        uc_csu: cells.text('ucCsu') ?? found.uc_csu,
        ap_ib: found.ap_ib,
        college_credit: found.college_credit,
        cte_pathway: pathway !== undefined && /^\d/.test(pathway) ? pathway : null,
        capstone: capstone === undefined ? null : /^y/i.test(capstone),
        credits_attempted: cells.number('attempted'),
        credits_earned: cells.number('earned'),
        mark: cells.text('mark'),
      });
    },
  };
}
