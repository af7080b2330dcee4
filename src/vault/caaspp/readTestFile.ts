import type { Breach } from '../intake/breach.ts';
import type { FactRow } from '../intake/factColumns.ts';
import type { IntakeKnowledge, IntakeSink, RowReader } from '../intake/layout.ts';
import { parseGrade } from '../intake/parseGrade.ts';
import { yearOfDay } from '../intake/parseDay.ts';
import { parseRace } from '../intake/parseRace.ts';
import type { CellReader } from '../intake/readCells.ts';
import { schoolMustBelongToTheDistrict } from '../intake/schoolMustBelongToTheDistrict.ts';
import { studentMustHaveAnId } from '../intake/studentMustHaveAnId.ts';
import { schoolYear } from '../../vocabulary/schoolYear.ts';
import type { ElpacField } from './elpacAliases.ts';
import { gradeMustBeKnown } from '../intake/gradeMustBeKnown.ts';
import { gradeMustFitTheTest } from './gradeMustFitTheTest.ts';
import { includedRecordMustHaveAScore } from './includedRecordMustHaveAScore.ts';
import { levelMustFollowFromScore } from './levelMustFollowFromScore.ts';
import { scoreMustLieInItsRange } from './scoreMustLieInItsRange.ts';
import { studentMustHaveOneRecordATest } from './studentMustHaveOneRecordATest.ts';
import { testDaysMustLieInOneYear } from './testDaysMustLieInOneYear.ts';
import type { TestRecord } from './testRecord.ts';

const rules = [
  scoreMustLieInItsRange,
  levelMustFollowFromScore,
  includedRecordMustHaveAScore,
  gradeMustFitTheTest,
];
const levels = new Set(['1', '2', '3', '4', '9']);
const attempts = new Set(['N', 'P', 'Y']);
const includes = new Set(['Y', 'T', 'E', 'R', 'N']);
const conditions = new Set(['INC0', 'INC1', 'LOSS', 'NEL', 'NT', 'NTE', 'PGE', 'NER']);

/** By the first letter of a code or a word: nonbinary is X in the vault. */
const genders: Readonly<Record<string, string>> = { F: 'F', M: 'M', N: 'X', X: 'X' };

export type TestFile = {
  readonly table: 'test_result' | 'elpac_result';
  readonly profile: string;
  readonly sink: IntakeSink;
  readonly known: IntakeKnowledge;
  readonly cells: CellReader<ElpacField>;
  /** Which test a record is of, by its type and score; undefined after a finding. */
  readonly testOf: (recordType: string, score: number | null) => TestRecord['test'] | undefined;
  /** What only this file's table has. */
  readonly more: (test: TestRecord['test'], grade: string) => FactRow;
  readonly scope: (recordTypes: readonly string[]) => string;
};

type Held = { readonly row: FactRow; readonly line: number; readonly valid: boolean };

/** Reads the records of a CAASPP or ELPAC file. They are held to the end: of two records of one test one is kept. */
export function readTestFile(file: TestFile): RowReader {
  const { sink, cells, known, profile } = file;
  const records = new Map<string, Held>();
  const types = new Set<string>();
  let year: number | undefined;
  const fail = (breach: Breach | undefined): boolean => {
    if (breach) sink.breach(breach);
    return breach?.severity === 'error';
  };
  const read = (row: readonly string[], line: number): void => {
    cells.row(row);
    const [ssid, localId] = [cells.text('ssid'), cells.text('localId')];
    const names = { ssid: cells.column('ssid'), localId: cells.column('localId') };
    const type = cells.text('recordType') ?? '';
    const score = cells.number('score');
    const grade = parseGrade(cells.text('grade') ?? '');
    const test = file.testOf(type, score);
    const noStudent = fail(studentMustHaveAnId(ssid, localId, names));
    if (grade === undefined)
      fail(gradeMustBeKnown(cells.column('grade'), cells.text('grade') ?? '', 'TK KN 01 to 12'));
    const place = schoolMustBelongToTheDistrict(
      cells.text('district') ?? '',
      cells.text('school') ?? '',
      { district: cells.column('district'), school: cells.column('school') },
      known,
    );
    const noPlace = fail(place.breach);
    if (noStudent || noPlace || grade === undefined || !test) return;
    types.add(type);
    const level = cells.code('level', levels, 'level');
    const include = cells.code('include', includes, 'include indicator');
    const record: TestRecord = {
      test,
      grade,
      score,
      level: level === null || level === '9' ? null : Number(level),
      include,
      columns: {
        score: cells.column('score'),
        level: cells.column('level'),
        include: cells.column('include'),
        grade: cells.column('grade'),
      },
    };
    for (const rule of rules) fail(rule(record));
    const first = firstTestDay(cells);
    if (first !== null) {
      year ??= yearOfDay(first);
      fail(testDaysMustLieInOneYear(year, yearOfDay(first), cells.column('start1')));
    }
    nameSchool(place.school, cells, sink);
    const student = sink.student(ssid, localId);
    const key = `${student} ${test} ${grade}`;
    const held: Held = {
      line,
      valid: include === 'Y' || include === 'T',
      row: {
        ...snapshot(cells),
        ...file.more(test, grade),
        student_id: student,
        district_cds: known.districtCds,
        school_cds: place.school,
        scale_score: score,
        level: record.level,
        condition: cells.code('condition', conditions, 'condition code'),
        attemptedness: cells.code('attemptedness', attempts, 'attemptedness'),
        include,
        first_test_day: first,
      },
    };
    const before = records.get(key);
    if (!before) records.set(key, held);
    else {
      const { keep, breach } = studentMustHaveOneRecordATest(before, held, cells.column('recordType'));
      fail(breach);
      if (keep === 'second') records.set(key, held);
    }
  };
  const yearOfFile = (): number => year ?? Number(profile);
  return {
    profile,
    read,
    end: () => {
      for (const { row, line } of records.values())
        sink.fact(file.table, { ...row, school_year: yearOfFile() }, line);
    },
    year: () => schoolYear(yearOfFile()),
    scope: () => file.scope([...types].sort()),
  };
}

function snapshot(cells: CellReader<ElpacField>): FactRow {
  const is = (field: ElpacField): boolean => cells.yes(field) === true;
  return {
    el_entry: cells.day('elEntry'),
    us_entry: cells.day('usEntry'),
    sed: cells.yes('sed'),
    swd: cells.yes('swd'),
    migrant: cells.yes('migrant'),
    foster: cells.yes('foster'),
    homeless: cells.yes('homeless'),
    military: cells.yes('military'),
    race: parseRace({
      hispanic: is('hispanic'),
      two: is('two'),
      AI: is('AI'),
      AS: is('AS'),
      PI: is('PI'),
      FI: is('FI'),
      AA: is('AA'),
      WH: is('WH'),
    }),
    gender: genders[cells.text('gender')?.slice(0, 1).toUpperCase() ?? ''] ?? null,
    parent_education: cells.text('parentEducation'),
    ltel: cells.text('ltel'),
  };
}

function firstTestDay(cells: CellReader<ElpacField>): string | null {
  let first: string | null = null;
  for (const field of ['start1', 'start2', 'start3', 'start4'] as const) {
    const day = cells.day(field);
    if (day !== null && (first === null || day < first)) first = day;
  }
  return first;
}

function nameSchool(cds: string, cells: CellReader<ElpacField>, sink: IntakeSink): void {
  const name = cells.text('schoolName');
  if (name === null || cds.endsWith('0000000')) return;
  sink.place({ cds, level: 'school', name, charter: null, type: null, alternative: null, overwrite: false });
}
