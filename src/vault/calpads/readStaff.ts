import { assignmentMustFitTheJob } from './assignmentMustFitTheJob.ts';
import type { CalpadsFile, RecordReader } from './calpadsRow.ts';
import { openCodeTable } from './openCodeTable.ts';
import { seidMustHaveTenDigits } from './seidMustHaveTenDigits.ts';
import { staffMustBeKnown } from './staffMustBeKnown.ts';
import { valueMustStand } from './valueMustStand.ts';

/** SDEM: a row a member of staff. */
export function readSdem({ cells, sink, known }: CalpadsFile): RecordReader {
  return {
    read: () => {
      const [seid, localId] = [cells.text('seid'), cells.text('staffId')];
      if (seid === null && localId === null)
        return sink.breach(valueMustStand(cells.column('seid'), 'id of a member of staff'));
      const breach = seidMustHaveTenDigits(seid, cells.column('seid'));
      if (breach) sink.breach(breach);
      const { id } = sink.staff(seid, localId);
      sink.fact('staff', { staff_id: id, seid, local_id: localId, district_cds: known.districtCds });
    },
  };
}

const assignmentFields = [
  'assignment',
  'assignment2',
  'assignment3',
  'assignment4',
  'assignment5',
  'assignment6',
  'assignment7',
];

/** SASS: a row a job of a member of staff on census day, with up to seven assignments, each of which is a row of the vault. */
export function readSass({ cells, sink, known }: CalpadsFile): RecordReader {
  const jobs = openCodeTable('nonclasssuppasgn_jobclass', known, sink);
  return {
    read: ({ year, school }) => {
      const [seid, localId] = [cells.text('seid'), cells.text('staffId')];
      const job = cells.text('jobClass');
      if (seid === null && localId === null)
        return sink.breach(valueMustStand(cells.column('seid'), 'id of a member of staff'));
      if (job === null) return sink.breach(valueMustStand(cells.column('jobClass'), 'job classification'));
      const { id, isNew } = sink.staff(seid, localId);
      const stranger = staffMustBeKnown(seid ?? localId ?? '', isNew, cells.column('seid'));
      if (stranger) sink.breach(stranger);
      const said = assignmentFields.filter((field) => cells.has(field) && cells.text(field) !== null);
      for (const field of said) {
        const breach = assignmentMustFitTheJob(cells.text(field), job, year, jobs, cells.column(field));
        if (breach) sink.breach(breach);
      }
      const fte = cells.number('fte');
      for (const [at, assignment] of distinct(said.map((field) => cells.text(field))).entries()) {
        sink.fact('staff_assignment', {
          staff_id: id,
          school_year: year,
          district_cds: known.districtCds,
          school_cds: school,
          job_class: job,
          assignment,
          // The whole share stands with the first, so that shares can be summed.
          fte: at === 0 ? fte : null,
        });
      }
    },
  };
}

/** Each assignment once; a job without one, as a teacher's, is one row. */
function distinct(assignments: readonly (string | null)[]): readonly (string | null)[] {
  return assignments.length === 0 ? [null] : [...new Set(assignments)];
}
