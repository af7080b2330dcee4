import { type SchoolYear, parseSchoolYear, schoolYear } from '../../vocabulary/schoolYear.ts';
import { findColumns } from '../intake/columns.ts';
import type {
  AskedKnowledge,
  EffectiveTable,
  FileRule,
  IntakeLayout,
  Recognised,
  ReferredTable,
  RowReader,
} from '../intake/layout.ts';
import { readCells } from '../intake/readCells.ts';
import { schoolMustBelongToTheDistrict } from '../intake/schoolMustBelongToTheDistrict.ts';
import { studentMustHaveAnId } from '../intake/studentMustHaveAnId.ts';
import { calpadsFileRules } from './calpadsFileRules.ts';
import type { CalpadsFile, RecordReader } from './calpadsRow.ts';
import { codesMustHoldInTheirYear } from './codesMustHoldInTheirYear.ts';
import { columnsMustBeThere } from './columnsMustBeThere.ts';
import { headerMustStand } from './headerMustStand.ts';
import { listedYears } from './layoutCalpadsHeader.ts';
import { knownYears, recordProfile } from './recordProfile.ts';
import { recordTypeMustBeOne } from './recordTypeMustBeOne.ts';
import { type RecordProfile, type RecordType, recordTypes } from './recordFields.ts';
import { yearMustBeKnown } from './yearMustBeKnown.ts';
import { yearMustBeOne } from './yearMustBeOne.ts';
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
  readonly byEffectiveDate?: EffectiveTable | ReferredTable;
  readonly asks?: readonly AskedKnowledge[];
};

const readings: Readonly<Record<RecordType, Reading>> = {
  SENR: { turn: 10, open: readSenr },
  SINF: { turn: 20, open: readSinf, byEffectiveDate: 'student_info' },
  SELA: { turn: 21, open: readSela, byEffectiveDate: 'language_status' },
  SPRG: { turn: 22, open: readSprg, byEffectiveDate: 'programme' },
  STAS: { turn: 30, open: readStas },
  SINC: { turn: 31, open: readSinc, asks: ['incidents'] },
  SIRS: { turn: 32, open: readSirs, asks: ['incidents'] },
  SOFF: { turn: 33, open: readSoff, asks: ['incidents'] },
  CRSC: { turn: 40, open: readCrsc, byEffectiveDate: 'course_section' },
  SCSC: { turn: 41, open: readScsc, asks: ['sections'] },
  SDEM: { turn: 50, open: readSdem, asks: ['staff'] },
  SASS: { turn: 51, open: readSass, asks: ['staff'] },
};

/** The record types of CALPADS, one a file, by the header that the district's extract has and the profile of its year. */
export const layoutsCalpads: readonly IntakeLayout[] = recordTypes.map((type) => {
  const { turn, open, byEffectiveDate, asks = [] } = readings[type];
  const fileRules: readonly FileRule[] | undefined = calpadsFileRules[type];
  return {
    id: `calpads_${type.toLowerCase()}`,
    title: `CALPADS ${type}`,
    turn,
    asks,
    ...(byEffectiveDate ? { byEffectiveDate } : {}),
    ...(fileRules ? { fileRules } : {}),
    recognise: (header, first) => recognise(type, header, first),
    open: (header, profile, sink, known): RowReader => {
      const fileYear = schoolYear(Number(profile));
      const ofYear = recordProfile(type, fileYear);
      const isKnown = ofYear.known || listedYears(known.codes('calpads_header') ?? [], type).has(fileYear);
      const { fields } = nearestProfile(type, fileYear);
      const cells = readCells(findColumns(header, fields).columns, (breach) => sink.breach(breach));
      const reader = open({ cells, sink, known });
      let year: SchoolYear | undefined;
      let told = false;
      const hasSchool = fields.school !== undefined;
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
            recordTypeMustBeOne(type, said, cells.column('recordType')) ??
            yearMustBeOne(own, year, cells.text('year') ?? '', cells.column('year'));
          if (wrong) return sink.breach(wrong);
          if (!isKnown) {
            if (!told && !ofYear.known) sink.breach(yearMustBeKnown(ofYear.reason, cells.column('year')));
            told = true;
            return;
          }
          const district = cells.text('district') ?? '';
          const place = schoolMustBelongToTheDistrict(
            district,
            hasSchool ? (cells.text('school') ?? '') : district,
            { district: cells.column('district'), school: cells.column(hasSchool ? 'school' : 'district') },
            known,
          );
          if (place.breach) sink.breach(place.breach);
          if (place.breach?.severity === 'error') return;
          for (const breach of codesMustHoldInTheirYear(type, year ?? fileYear, cells)) sink.breach(breach);
          reader.read({ year: year ?? fileYear, school: place.school, line, student });
        },
        end: () => reader.end?.(),
        year: () => year ?? null,
        scope: () => `calpads_${type.toLowerCase()}`,
      };
    },
  };
});

/** The profile of the year, or of the known year next to it, for a file whose columns the district lists itself. */
function nearestProfile(type: RecordType, year: SchoolYear): RecordProfile {
  const { first, last } = knownYears();
  const found = recordProfile(type, year < first ? first : year > last ? last : year);
  if (!found.known) throw new RangeError(`${type} has no profile between its first and its last year.`);
  return found.profile;
}

/** By its columns and its first row; the year of that row is the file's profile. */
function recognise(
  type: RecordType,
  header: readonly string[],
  first: readonly string[],
): Recognised | undefined {
  if (header[0] === type || header[0] === `${type}-R`) return headerMustStand(type, header.length);
  const year = yearOfRow(type, header, first);
  const { fields, needed } = nearestProfile(type, year);
  const { columns, missing } = findColumns(header, fields);
  const at = columns.recordType?.index ?? -1;
  if (at < 0 || first[at]?.trim().replace(/-R$/, '') !== type) return undefined;
  const lost = needed
    .filter((field) => missing.includes(field))
    .map((field) => fields[field]?.slice(0, 2).join(' ') ?? field);
  if (lost.length === 0) return { known: true, profile: String(year) };
  return columnsMustBeThere(type, lost, header);
}

function yearOfRow(type: RecordType, header: readonly string[], first: readonly string[]): SchoolYear {
  const { last } = knownYears();
  const { year } = findColumns(header, nearestProfile(type, last).fields).columns;
  return parseSchoolYear(first[year?.index ?? -1] ?? '') ?? last;
}
