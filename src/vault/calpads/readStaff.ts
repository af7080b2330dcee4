import type { Breach } from '../intake/breach.ts';
import { valueClass } from '../intake/valueClass.ts';
import type { CalpadsFile, RecordReader } from './calpadsRow.ts';
import { openCodeTable } from './openCodeTable.ts';
import { valueMustStand } from './valueMustStand.ts';

/** SDEM: a row a member of staff. */
export function readSdem({ cells, sink, known }: CalpadsFile): RecordReader {
  return {
    read: () => {
      const [seid, localId] = [cells.text('seid'), cells.text('staffId')];
      if (seid === null && localId === null)
        return sink.breach(valueMustStand(cells.column('seid'), 'id of a member of staff'));
      if (seid !== null && !/^\d{10}$/.test(seid))
        sink.breach(seidMustHaveTenDigits(seid, cells.column('seid')));
      const { id } = sink.staff(seid, localId);
      sink.fact('staff', { staff_id: id, seid, local_id: localId, district_cds: known.districtCds });
    },
  };
}

/** SASS: a row a job of a member of staff on census day. */
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
      if (isNew) sink.breach(staffMustBeKnown(seid ?? localId ?? '', cells.column('seid')));
      const assignment = cells.text('assignment');
      const verdict = assignment === null ? undefined : jobs.judge([assignment, job], year);
      if (verdict === 'never' || verdict === 'out of date') {
        sink.breach({
          rule: 'assignmentMustFitTheJob',
          severity: verdict === 'never' ? 'error' : 'note',
          column: cells.column('assignment'),
          valueClass: `${assignment} with job class ${job}`,
          message: 'the assignment and the job classification are not valid together',
          remedy: 'correct one of the two in CALPADS',
        });
      }
      sink.fact('staff_assignment', {
        staff_id: id,
        school_year: year,
        district_cds: known.districtCds,
        school_cds: school,
        job_class: job,
        assignment,
        fte: cells.number('fte'),
      });
    },
  };
}

function seidMustHaveTenDigits(seid: string, column: string): Breach {
  return {
    rule: 'seidMustHaveTenDigits',
    severity: 'error',
    column,
    valueClass: valueClass(seid),
    message: 'a statewide educator id has ten digits',
    remedy: 'look for shifted columns, or an id that a spreadsheet rounded or cut',
  };
}

function staffMustBeKnown(id: string, column: string): Breach {
  return {
    rule: 'staffMustBeKnown',
    severity: 'note',
    column,
    valueClass: valueClass(id),
    message: 'no SDEM file names this member of staff',
    remedy: 'load the SDEM file first',
  };
}
