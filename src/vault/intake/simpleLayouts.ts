import { schoolYear, type SchoolYear } from '../../vocabulary/schoolYear.ts';
import type { Breach } from './breach.ts';
import { findColumns } from './columns.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import type { FileRule, IntakeLayout, IntakeSink, RowReader } from './layout.ts';
import { type CellReader, readCells } from './readCells.ts';
import { studentMustHaveAnId } from './studentMustHaveAnId.ts';
import { valueClass } from './valueClass.ts';

const statements = readVaultStatements(import.meta.url, [
  'selectExamsOfStrangers',
  'selectCollegeOfStrangers',
]);

const studentMustBeEnrolled = {
  rule: 'studentMustBeEnrolled',
  severity: 'note',
  column: 'ssid',
  valueClass: 'a student without enrolment',
  message: 'no loaded SENR file enrols this student',
  remedy: 'load the SENR files of these years; if they are loaded, look whether the id is right',
} as const;

/** Tandem's own plain layouts, for what no state file carries: a header of exactly these columns. */
const columns = {
  places: ['cds', 'level', 'name', 'charter', 'type', 'alternative'],
  exams: ['ssid', 'local_id', 'school_year', 'kind', 'subject', 'score'],
  college: ['ssid', 'local_id', 'college_from_date'],
} as const;

/** The schools of the district: `cds,level,name,charter,type,alternative`. */
export const layoutPlaces = simpleLayout('places', 'list of schools', 1, (cells, sink) => ({
  read: () => {
    const cds = cells.text('cds') ?? '';
    const name = cells.text('name');
    const level = cells.code('level', new Set(['district', 'school']), 'level');
    if (!/^\d{14}$/.test(cds) || name === null) {
      return sink.breach({
        rule: 'placeMustBeNamed',
        severity: 'error',
        column: cells.column('cds'),
        valueClass: valueClass(cds),
        message: 'a place needs a 14-digit code and a name',
        remedy: 'look for lost leading zeros or shifted columns',
      });
    }
    sink.place({
      cds,
      name,
      level: level === 'district' ? 'district' : 'school',
      charter: cells.yes('charter'),
      type: cells.text('type') ?? 'other',
      alternative: cells.yes('alternative'),
      overwrite: true,
    });
  },
}));

/** Exams of college boards: `ssid,local_id,school_year,kind,subject,score`. */
export const layoutExams = simpleLayout(
  'exams',
  'AP and IB exam results',
  70,
  (cells, sink) => {
    let year: SchoolYear | null = null;
    return {
      read: () => {
        const id = studentOf(cells, sink);
        const kind = cells.code('kind', new Set(['AP', 'IB']), 'kind of exam');
        const own = cells.number('school_year');
        const score = cells.number('score');
        const highest = kind === 'IB' ? 7 : 5;
        const subject = cells.text('subject');
        const trouble =
          own === null || own < 1990 || own > 2199
            ? 'school_year'
            : subject === null
              ? 'subject'
              : score !== null && (score < 1 || score > highest || !Number.isInteger(score))
                ? 'score'
                : undefined;
        if (trouble) {
          sink.breach({
            rule: 'examMustHaveYearSubjectAndScore',
            severity: 'error',
            column: cells.column(trouble),
            valueClass: valueClass(cells.text(trouble) ?? ''),
            message: `an exam has the year in which its school year ends, a subject and a score of 1 to ${highest}`,
            remedy: 'look for shifted columns',
          });
        }
        if (trouble || id === undefined || kind === null) return;
        year ??= schoolYear(Number(own));
        sink.fact('exam', { student_id: id, school_year: own, kind, subject, score });
      },
      year: () => year,
    };
  },
  [{ ...studentMustBeEnrolled, statement: statements.selectExamsOfStrangers }],
);

/** Enrolments in colleges, as a clearinghouse finds them: `ssid,local_id,college_from_date`. */
export const layoutCollege = simpleLayout(
  'college',
  'college enrolment matches',
  71,
  (cells, sink) => ({
    read: () => {
      const id = studentOf(cells, sink);
      const from = cells.day('college_from_date');
      if (cells.text('college_from_date') === null)
        sink.breach(dayMustStand(cells.column('college_from_date')));
      if (id !== undefined && from !== null)
        sink.fact('college_enrolment', { student_id: id, from_date: from });
    },
  }),
  [{ ...studentMustBeEnrolled, statement: statements.selectCollegeOfStrangers }],
);

type Reading = { readonly read: () => void; readonly year?: () => SchoolYear | null };

function simpleLayout(
  id: keyof typeof columns,
  title: string,
  turn: number,
  open: (cells: CellReader<string>, sink: IntakeSink) => Reading,
  fileRules: readonly FileRule[] = [],
): IntakeLayout {
  const names = columns[id];
  return {
    id,
    title,
    turn,
    fileRules,
    recognise: (header) =>
      names.every((name) => header.includes(name)) && header.length === names.length
        ? { known: true, profile: '1' }
        : undefined,
    open: (header, profile, sink): RowReader => {
      const found = findColumns(header, Object.fromEntries(names.map((name) => [name, [name]])));
      const cells = readCells(found.columns, (breach) => sink.breach(breach));
      const reading = open(cells, sink);
      return {
        profile,
        read: (row) => {
          cells.row(row);
          reading.read();
        },
        end: () => undefined,
        year: () => reading.year?.() ?? null,
        scope: () => id,
      };
    },
  };
}

function studentOf(cells: CellReader<string>, sink: IntakeSink): number | undefined {
  const [ssid, localId] = [cells.text('ssid'), cells.text('local_id')];
  const breach = studentMustHaveAnId(ssid, localId, { ssid: 'ssid', localId: 'local_id' });
  if (!breach) return sink.student(ssid, localId);
  sink.breach(breach);
  return undefined;
}

function dayMustStand(column: string): Breach {
  return {
    rule: 'valueMustStand',
    severity: 'error',
    column,
    valueClass: 'blank',
    message: 'the row has no day on which the student began college',
    remedy: 'look for shifted columns; leave students out whom nobody found',
  };
}
