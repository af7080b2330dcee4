import type { CalpadsFile, RecordReader } from './calpadsRow.ts';
import { exitMustNotPrecedeStart } from './exitMustNotPrecedeStart.ts';
import { membershipMustFitTheProgramme } from './membershipMustFitTheProgramme.ts';
import { openCodeTable } from './openCodeTable.ts';
import { valueMustStand } from './valueMustStand.ts';

/** SPRG: a row a stretch of time of a student in a programme. */
export function readSprg({ cells, sink, known }: CalpadsFile): RecordReader {
  const memberships = openCodeTable('education_prog_membership_cat', known, sink);
  return {
    read: ({ year, school, student }) => {
      const id = student();
      const code = cells.text('programme');
      const start = cells.day('start');
      if (code === null) sink.breach(valueMustStand(cells.column('programme'), 'programme'));
      if (start === null) sink.breach(valueMustStand(cells.column('start'), 'start of the membership'));
      if (id === undefined || code === null || start === null) return;
      const membership = cells.text('membership');
      const end = cells.day('end');
      const columns = { programme: cells.column('programme'), membership: cells.column('membership') };
      for (const breach of [
        exitMustNotPrecedeStart(start, end, cells.column('end')),
        membershipMustFitTheProgramme(code, membership, year, memberships, columns),
      ])
        if (breach) sink.breach(breach);
      sink.fact('programme', {
        student_id: id,
        school_cds: school,
        code,
        membership,
        start_date: start,
        end_date: end,
      });
    },
  };
}
