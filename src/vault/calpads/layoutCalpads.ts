import { type SchoolYear, parseSchoolYear, schoolYear, schoolYearName } from '../../vocabulary/schoolYear.ts';
import { findColumns, plainWord } from '../intake/columns.ts';
import type { Breach } from '../intake/breach.ts';
import type { EffectiveTable, FileRule, IntakeLayout, Recognised, RowReader } from '../intake/layout.ts';
import { readCells } from '../intake/readCells.ts';
import { schoolMustBelongToTheDistrict } from '../intake/schoolMustBelongToTheDistrict.ts';
import { studentMustHaveAnId } from '../intake/studentMustHaveAnId.ts';
import { valueClass } from '../intake/valueClass.ts';
import { calpadsFileRules } from './calpadsFileRules.ts';
import type { CalpadsFile, RecordReader } from './calpadsRow.ts';
import { profile2020, type RecordType, recordTypes } from './profile2020.ts';
import { readCrsc, readScsc } from './readCourses.ts';
import { readSinc, readSirs, readSoff } from './readIncidents.ts';
import { readSela } from './readSela.ts';
import { readSenr } from './readSenr.ts';
import { readSinf } from './readSinf.ts';
import { readSprg } from './readSprg.ts';
import { readSass, readSdem } from './readStaff.ts';
import { readStas } from './readStas.ts';

type Reading = {
  readonly turn: number;
  readonly open: (file: CalpadsFile) => RecordReader;
  readonly byEffectiveDate?: EffectiveTable;
};

const readings: Readonly<Record<RecordType, Reading>> = {
  SENR: { turn: 10, open: readSenr },
  SINF: { turn: 20, open: readSinf, byEffectiveDate: 'student_info' },
  SELA: { turn: 21, open: readSela, byEffectiveDate: 'language_status' },
  SPRG: { turn: 22, open: readSprg, byEffectiveDate: 'programme' },
  STAS: { turn: 30, open: readStas },
  SINC: { turn: 31, open: readSinc },
  SIRS: { turn: 32, open: readSirs },
  SOFF: { turn: 33, open: readSoff },
  CRSC: { turn: 40, open: readCrsc },
  SCSC: { turn: 41, open: readScsc },
  SDEM: { turn: 50, open: readSdem },
  SASS: { turn: 51, open: readSass },
};

/** The record types of CALPADS, one a file, by the header that the district's extract has. */
export const layoutsCalpads: readonly IntakeLayout[] = recordTypes.map((type) => {
  const { turn, open, byEffectiveDate } = readings[type];
  const fileRules: readonly FileRule[] | undefined = calpadsFileRules[type];
  return {
    id: `calpads_${type.toLowerCase()}`,
    title: `CALPADS ${type}`,
    turn,
    ...(byEffectiveDate ? { byEffectiveDate } : {}),
    ...(fileRules ? { fileRules } : {}),
    recognise: (header, first) => recognise(type, header, first),
    open: (header, profile, sink, known): RowReader => {
      const { columns } = findColumns(header, profile2020[type].fields);
      const cells = readCells(columns, (breach) => sink.breach(breach));
      const reader = open({ cells, sink, known });
      let year: SchoolYear | undefined;
      const hasSchool = profile2020[type].fields.school !== undefined;
      const student = (): number | undefined => {
        const [ssid, localId] = [cells.text('ssid'), cells.text('localId')];
        const breach = studentMustHaveAnId(ssid, localId, {
          ssid: cells.column('ssid'),
          localId: cells.column('localId'),
        });
        if (!breach) return sink.student(ssid, localId);
        sink.breach(breach);
        return undefined;
      };
      return {
        profile,
        read: (row, line) => {
          cells.row(row);
          const own = parseSchoolYear(cells.text('year') ?? '');
          year ??= own;
          const said = cells.text('recordType') ?? '';
          const wrong =
            said !== type
              ? recordTypeMustBeOne(type, said, cells.column('recordType'))
              : yearMustBeOne(own, year, cells.text('year') ?? '', cells.column('year'));
          if (wrong) return sink.breach(wrong);
          const district = cells.text('district') ?? '';
          const place = schoolMustBelongToTheDistrict(
            district,
            hasSchool ? (cells.text('school') ?? '') : district,
            { district: cells.column('district'), school: cells.column(hasSchool ? 'school' : 'district') },
            known,
          );
          if (place.breach) sink.breach(place.breach);
          if (place.breach?.severity === 'error') return;
          reader.read({ year: year ?? schoolYear(2000), school: place.school, line, student });
        },
        end: () => reader.end?.(),
        year: () => year ?? null,
        scope: () => `calpads_${type.toLowerCase()}`,
      };
    },
  };
});

function recognise(
  type: RecordType,
  header: readonly string[],
  first: readonly string[],
): Recognised | undefined {
  if (header[0] === type) {
    return refuse(
      'headerMustStand',
      `${header.length} columns`,
      `the ${type} file has no line of column names`,
      'load a list of your extract’s columns first (record_type,position,element; elements as the CALPADS guide numbers or names them), or put the names into the first line',
    );
  }
  const { fields, needed } = profile2020[type];
  const { columns, missing } = findColumns(header, fields);
  const at = columns.recordType?.index ?? -1;
  if (at < 0 || first[at]?.trim() !== type) return undefined;
  const lost = needed
    .filter((field) => missing.includes(field))
    .map((field) => fields[field]?.slice(0, 2).join(' '));
  if (lost.length === 0) return { known: true, profile: '2020' };
  return refuse(
    'columnsMustBeThere',
    `${lost.length} columns missing`,
    `the ${type} file has no column ${lost.join(', ')} (of ${header.length} columns ${header.filter((name) => plainWord(name) === '').length} have no name)`,
    'export it with these columns, or name them as the CALPADS guide does',
  );
}

function refuse(rule: string, kind: string, message: string, remedy: string): Recognised {
  return {
    known: false,
    breach: { rule, severity: 'error', column: null, valueClass: kind, message, remedy },
  };
}

function recordTypeMustBeOne(type: string, said: string, column: string): Breach {
  return {
    rule: 'recordTypeMustBeOne',
    severity: 'error',
    column,
    valueClass: valueClass(said),
    message: `the file is one of ${type}, the row is not`,
    remedy: 'load each record type as a file of its own; look for shifted columns',
  };
}

function yearMustBeOne(
  own: SchoolYear | undefined,
  year: SchoolYear | undefined,
  said: string,
  column: string,
): Breach | undefined {
  if (own !== undefined && own === year) return undefined;
  return {
    rule: 'yearMustBeOne',
    severity: 'error',
    column,
    valueClass: own === undefined ? valueClass(said) : schoolYearName(own),
    message:
      own === undefined || year === undefined
        ? 'is no academic year as 2023-2024'
        : `the rows before are of ${schoolYearName(year)}`,
    remedy: 'load each year as a file of its own',
  };
}
