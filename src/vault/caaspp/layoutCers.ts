import { type SchoolYear, schoolYear } from '../../vocabulary/schoolYear.ts';
import { yearMustBeOne } from '../calpads/yearMustBeOne.ts';
import { findColumns } from '../intake/columns.ts';
import { gradeMustBeKnown } from '../intake/gradeMustBeKnown.ts';
import type { IntakeLayout, IntakeSink } from '../intake/layout.ts';
import { parseDay, yearOfDay } from '../intake/parseDay.ts';
import { parseGrade } from '../intake/parseGrade.ts';
import { type CellReader, readCells } from '../intake/readCells.ts';
import { schoolMustBelongToTheDistrict } from '../intake/schoolMustBelongToTheDistrict.ts';
import { studentMustHaveAnId } from '../intake/studentMustHaveAnId.ts';
import { valueClass } from '../intake/valueClass.ts';
import { readVaultStatements } from '../store/readVaultStatements.ts';
import { type CersField, cersAliases } from './cersAliases.ts';
import { interimLevelMustFitTheKind } from './interimLevelMustFitTheKind.ts';
import { levelMustFollowFromScore } from './levelMustFollowFromScore.ts';
import { namesOfYear, recogniseYear } from './recogniseYear.ts';
import { scoreMustLieInItsRange } from './scoreMustLieInItsRange.ts';
import { summativeMustComeFromToms } from './summativeMustComeFromToms.ts';

const statements = readVaultStatements(import.meta.url, ['selectInterimTwice']);
const kinds = new Set(['ICA', 'IAB', 'FIAB', 'SUM']);
const subjects: Readonly<Record<string, 'ELA' | 'MATH' | 'ELPAC'>> = {
  ELA: 'ELA',
  MATH: 'MATH',
  ELPAC: 'ELPAC',
};
const conditions = new Set(['Valid', 'SD', 'NS', 'IN']);
const completenesses = new Set(['Complete', 'Partial']);

/**
 * The test export of the California Educator Reporting System: results of interim assessments. An export takes the place of
 * an earlier one of the year when it has the same schools, kinds and subjects, or more.
 */
export const layoutCers: IntakeLayout = {
  id: 'cers',
  title: 'CERS export of interim assessments',
  turn: 62,
  fileRules: [
    {
      rule: 'rowMustStandOnce',
      severity: 'error',
      column: 'StudentIdentifier',
      valueClass: 'a result twice',
      message: 'an earlier row, or another export in the vault, has the same result',
      remedy: 'export all schools and kinds of test of the year together; it takes the place of the parts',
      statement: statements.selectInterimTwice,
    },
  ],
  recognise: (header) => recogniseYear(header, cersAliases, ['StudentIdentifier', 'AssessmentSubType']),
  open: (header, profile, sink, known) => {
    const names = namesOfYear(cersAliases, profile) as Record<CersField, readonly string[]>;
    const cells = readCells(findColumns(header, names).columns, (breach) => sink.breach(breach));
    const scopes = new Set<string>();
    let year: SchoolYear | undefined;
    let summative = 0;
    return {
      profile,
      read: (row) => {
        cells.row(row);
        const ids = { ssid: cells.column('ssid'), localId: cells.column('ssid') };
        const nobody = studentMustHaveAnId(cells.text('ssid'), null, ids);
        const said = cells.text('year') ?? '';
        const own = /^(19|20|21)\d\d$/.test(said) ? schoolYear(Number(said)) : undefined;
        year ??= own;
        const wrongYear = yearMustBeOne(own, year, said, cells.column('year'));
        const { school, breach } = schoolMustBelongToTheDistrict(
          cells.text('district') ?? '',
          cells.text('school') ?? '',
          { district: cells.column('district'), school: cells.column('school') },
          known,
        );
        for (const one of [nobody, wrongYear, breach]) if (one) sink.breach(one);
        const kind = required(cells, sink, 'kind', kinds, 'kind of assessment');
        if (kind === 'SUM') {
          summative += 1;
          return;
        }
        const result = readResult(cells, sink, kind, year);
        if (nobody || kind === null || !result || year === undefined) return;
        scopes.add(`${school.slice(-7)}:${kind}:${result.subject}`);
        sink.fact('interim_result', {
          student_id: sink.student(cells.text('ssid'), null),
          school_year: year,
          district_cds: known.districtCds,
          school_cds: school,
          kind,
          ...result,
        });
      },
      end: () => {
        if (summative === 0) return;
        const isAll = scopes.size === 0;
        sink.breach(summativeMustComeFromToms(summative, isAll, cells.column('kind')), null);
      },
      year: () => year ?? null,
      scope: () => ['cers', ...[...scopes].sort()].join(' '),
    };
  },
};

function readResult(
  cells: CellReader<CersField>,
  sink: IntakeSink,
  kind: string | null,
  year: SchoolYear | undefined,
) {
  const subject = subjects[cells.text('subject')?.toUpperCase() ?? ''];
  const grade = parseGrade(cells.text('grade') ?? '');
  const name = cells.text('name');
  if (subject === undefined) required(cells, sink, 'subject', new Set(['ELA', 'Math', 'ELPAC']), 'subject');
  if (grade === undefined)
    sink.breach(gradeMustBeKnown(cells.column('grade'), cells.text('grade') ?? '', 'KN and 01 to 12'));
  if (name === null) required(cells, sink, 'name', new Set(), 'name of an assessment');
  const submitted = dayOf(cells, sink, year);
  const score = cells.number('score');
  const level = cells.number('level');
  if (kind === null || subject === undefined || grade === undefined || name === null) return undefined;
  const columns = {
    score: cells.column('score'),
    level: cells.column('level'),
    grade: cells.column('grade'),
    include: cells.column('condition'),
  };
  const wrongLevel = interimLevelMustFitTheKind(kind, level, columns.level);
  if (wrongLevel) sink.breach(wrongLevel);
  else if (subject !== 'ELPAC') {
    const scored = {
      test: subject,
      grade,
      score,
      level: kind === 'ICA' ? level : null,
      include: null,
      columns,
    };
    for (const breach of [scoreMustLieInItsRange(scored), levelMustFollowFromScore(scored)])
      if (breach) sink.breach(breach);
  }
  return {
    assessment: name,
    subject,
    grade_assessed: grade,
    session: cells.text('session'),
    submitted_on: submitted,
    completeness: cells.code('completeness', completenesses, 'word for complete or partial'),
    condition: cells.code('condition', conditions, 'condition of administration'),
    scale_score: score,
    standard_error: cells.number('error'),
    level,
  };
}

/** The day of a time, whatever its zone; it lies in the school year that the row says. */
function dayOf(cells: CellReader<CersField>, sink: IntakeSink, year: SchoolYear | undefined): string | null {
  const said = cells.text('submitted');
  if (said === null) return null;
  const day = parseDay(said.split(/[T ]/)[0] ?? '');
  const isElsewhere = day !== undefined && year !== undefined && yearOfDay(day) !== year;
  if (day !== undefined && !isElsewhere) return day;
  sink.breach({
    rule: isElsewhere ? 'testDaysMustLieInOneYear' : 'dateMustBeADay',
    severity: 'error',
    column: cells.column('submitted'),
    valueClass: isElsewhere ? 'a day of another year' : valueClass(said),
    message: isElsewhere ? 'the day lies outside of the school year of the row' : 'is no day of the calendar',
    remedy: 'SchoolYear is the year in which it ends; look for shifted columns',
  });
  return null;
}

function required(
  cells: CellReader<CersField>,
  sink: IntakeSink,
  field: CersField,
  codes: ReadonlySet<string>,
  what: string,
): string | null {
  if (cells.text(field) !== null) return cells.code(field, codes, what);
  sink.breach({
    rule: 'valueMustStand',
    severity: 'error',
    column: cells.column(field),
    valueClass: 'blank',
    message: `the row has no ${what}`,
    remedy: 'look for shifted columns in this row',
  });
  return null;
}
