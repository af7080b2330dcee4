import { attendedDaysMustFitTheExpected } from './attendedDaysMustFitTheExpected.ts';
import type { CalpadsFile, RecordReader } from './calpadsRow.ts';

/** STAS: a row a student's year of attendance at a school. */
export function readStas({ cells, sink, known }: CalpadsFile): RecordReader {
  return {
    read: ({ year, school, student }) => {
      const id = student();
      const [expected, attended] = [cells.number('expected'), cells.number('attended')];
      const columns = { expected: cells.column('expected'), attended: cells.column('attended') };
      const breach = attendedDaysMustFitTheExpected(expected, attended, columns);
      if (breach) sink.breach(breach);
      if (id === undefined) return;
      sink.fact('attendance', {
        student_id: id,
        school_year: year,
        district_cds: known.districtCds,
        school_cds: school,
        expected_days: expected,
        attended_days: attended,
        out_of_school_suspension_days: cells.number('outOfSchool'),
        in_school_suspension_days: cells.number('inSchool'),
        excused_days: cells.number('excused'),
        unexcused_days: cells.number('unexcused'),
        incomplete_independent_study_days: cells.number('incomplete'),
        exempt: cells.yes('exempt') === true,
      });
    },
  };
}
