import { parseGrade } from '../intake/parseGrade.ts';
import { gradeMustBeKnown } from '../intake/gradeMustBeKnown.ts';
import type { CalpadsFile, RecordReader } from './calpadsRow.ts';
import { completionMustFitTheExit } from './completionMustFitTheExit.ts';
import { completionMustFitTheGrade } from './completionMustFitTheGrade.ts';
import { enrolmentMustTouchItsYear } from './enrolmentMustTouchItsYear.ts';
import { exitMustNotPrecedeStart } from './exitMustNotPrecedeStart.ts';
import { exitReasonMustFitTheGrade } from './exitReasonMustFitTheGrade.ts';
import { openCodeTable } from './openCodeTable.ts';
import { valueMustStand } from './valueMustStand.ts';
import { workBasedLearningMustBeInTheFile } from './workBasedLearningMustBeInTheFile.ts';

/** 50 is an enrolment without attendance pay since 2019-20 (CALPADS Update Flash 156); it is no stay. */
const statuses = new Set(['10', '20', '30', '40', '50']);

/** SENR: a row a stay of a student at a school in a year. */
export function readSenr({ cells, sink, known }: CalpadsFile): RecordReader {
  const exits = openCodeTable('exit_reason_grade_level', known, sink);
  const completions = openCodeTable('completion_status_grade_level', known, sink);
  const completers = openCodeTable('exit_catg_completion_status', known, sink);
  let told = false;
  return {
    read: ({ year, school, student }) => {
      const id = student();
      const start = cells.day('start');
      const status = cells.code('status', statuses, 'enrolment status');
      const grade = parseGrade(cells.text('grade') ?? '');
      if (start === null) sink.breach(valueMustStand(cells.column('start'), 'start of the enrolment'));
      if (cells.text('status') === null)
        sink.breach(valueMustStand(cells.column('status'), 'enrolment status'));
      if (grade === undefined) {
        const said = cells.text('grade') ?? '';
        sink.breach(gradeMustBeKnown(cells.column('grade'), said, 'TK KN 01 to 12, UE and US'));
      }
      if (id === undefined || start === null || grade === undefined || status === null) return;
      const end = cells.day('exit');
      const reason = cells.text('exitReason');
      const completion = cells.text('completion');
      const columns = { start: cells.column('start'), end: cells.column('exit') };
      const completionColumn = cells.column('completion');
      for (const breach of [
        exitMustNotPrecedeStart(start, end, columns.end),
        enrolmentMustTouchItsYear(start, end, year, columns),
        exitReasonMustFitTheGrade(reason, grade, year, exits, cells.column('exitReason')),
        completionMustFitTheGrade(completion, grade, year, completions, completionColumn),
        completionMustFitTheExit(reason, completion, year, completers, completionColumn),
      ])
        if (breach) sink.breach(breach);
      if (completion === '100' && !told) {
        const unknown = workBasedLearningMustBeInTheFile(year, cells);
        if (unknown) sink.breach(unknown, null);
        told = true;
      }
      sink.fact('enrolment', {
        student_id: id,
        school_year: year,
        district_cds: known.districtCds,
        school_cds: school,
        status,
        grade,
        start_date: start,
        end_date: end,
        exit_reason: reason,
        completion,
        met_uc_csu: cells.yes('metUcCsu'),
        merit_diploma: cells.yes('merit'),
        seal_of_biliteracy: cells.yes('biliteracy'),
        transition_status: cells.yes('transition'),
        workforce_readiness: cells.yes('workforce'),
        food_handler: cells.yes('food'),
        pre_apprenticeship: cells.yes('apprentice'),
        pre_apprenticeship_other: cells.yes('apprenticeOther'),
        job_programme: cells.yes('job'),
      });
    },
  };
}
