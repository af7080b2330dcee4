import { type SchoolYear, schoolYear } from '../../vocabulary/schoolYear.ts';
import { findColumns } from '../intake/columns.ts';
import type { IntakeLayout } from '../intake/layout.ts';
import { readCells } from '../intake/readCells.ts';
import { studentMustHaveAnId } from '../intake/studentMustHaveAnId.ts';
import { certificationMustLieInItsYear } from './certificationMustLieInItsYear.ts';
import { directCertifiedRules } from './calpadsFileRules.ts';
import { valueMustStand } from './valueMustStand.ts';
import { yearMustBeOne } from './yearMustBeOne.ts';

const columns = ['ssid', 'local_id', 'school_year', 'certified_from', 'status'] as const;

/** S SNAP, T TANF and M Medi-Cal certify free meals, R Medi-Cal reduced ones (CALPADS glossary, Directly Certified). */
const programmeOf: Readonly<Record<string, string>> = { S: '181', T: '181', M: '181', R: '182' };

/**
 * The students whom the state certified for free or reduced meals without an application, a file a school year:
 * `ssid,local_id,school_year,certified_from,status`. CALPADS' own extract has other columns, none of which a text at hand
 * proves but the last, the status. A certification is kept as eligibility (membership 1) for programme 181 or 182 at the
 * district, from its day to 30 June, for the state resets all of them each year.
 */
export const layoutDirectCertified: IntakeLayout = {
  id: 'direct_certified',
  title: `direct certifications for meals (${columns.join(',')})`,
  turn: 23,
  fileRules: directCertifiedRules,
  recognise: (header) =>
    header.length === columns.length && columns.every((name) => header.includes(name))
      ? { known: true, profile: '1' }
      : undefined,
  open: (header, profile, sink, known) => {
    const found = findColumns(header, Object.fromEntries(columns.map((name) => [name, [name]])));
    const cells = readCells<string>(found.columns, (breach) => sink.breach(breach));
    let year: SchoolYear | undefined;
    return {
      profile,
      read: (row) => {
        cells.row(row);
        const [ssid, localId] = [cells.text('ssid'), cells.text('local_id')];
        const said = cells.text('school_year') ?? '';
        const own = /^(19|20|21)\d\d$/.test(said) ? schoolYear(Number(said)) : undefined;
        year ??= own;
        const from = cells.day('certified_from');
        const status = cells.code('status', new Set(Object.keys(programmeOf)), 'status of certification');
        const noStudent = studentMustHaveAnId(ssid, localId, { ssid: 'ssid', localId: 'local_id' });
        const otherYear = yearMustBeOne(own, year, said, 'school_year');
        for (const breach of [
          noStudent,
          otherYear,
          from === null && cells.text('certified_from') === null
            ? valueMustStand('certified_from', 'day of certification')
            : undefined,
          cells.text('status') === null ? valueMustStand('status', 'status of certification') : undefined,
          from === null || own === undefined
            ? undefined
            : certificationMustLieInItsYear(from, own, 'certified_from'),
        ])
          if (breach) sink.breach(breach);
        if (noStudent || otherYear || from === null || status === null || own === undefined) return;
        sink.fact('programme', {
          student_id: sink.student(ssid, localId),
          school_cds: known.districtCds,
          code: programmeOf[status] ?? null,
          membership: '1',
          start_date: from,
          end_date: `${own}-06-30`,
        });
      },
      end: () => undefined,
      year: () => year ?? null,
      scope: () => 'direct_certified',
    };
  },
};
