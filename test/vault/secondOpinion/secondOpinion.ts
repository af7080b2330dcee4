import type { StudentTables } from '../../../sample/students/studentRows.ts';
import { cohortMembers, dashboardMembers, hasCapstone, shareOfMembers } from './cohort.ts';
import { hasPreparedRules, isPrepared } from './collegeCareer.ts';
import { collegeGoing } from './collegeGoing.ts';
import { algebraByGrade9, grade9Failures, isDisadvantaged, isUnduplicated, onCensusDay } from './context.ts';
import * as engagement from './engagement.ts';
import {
  longTermDashboard,
  longTermEducationCode,
  longTermGroups,
  reclassifiedCalpads,
  reclassifiedDataQuest,
} from './englishLearners.ts';
import { englishProgress } from './englishProgress.ts';
import { principalRetention, teacherRetention } from './staffRetention.ts';
import { type StudentFile, studentFiles } from './studentFile.ts';
import { type Contribution, type Slice, tally, type Totalling } from './tally.ts';
import { atLevels, distanceFromStandard, participation, science } from './tests.ts';

type OfStudent = (file: StudentFile, year: number, longTerm: readonly string[]) => Iterable<Contribution>;

const toGrade8 = { name: 'TK-8', grades: ['TK', 'K', '1', '2', '3', '4', '5', '6', '7', '8'] };
const math = { kind: 'mean', penalty: -348 } as const;
const ela = { kind: 'mean', penalty: -333 } as const;

type Opinion = Omit<Totalling, 'hidden'> & { readonly of: OfStudent; readonly fromTests?: true };

function opinions(alternative: ReadonlySet<string>): Readonly<Record<string, Opinion>> {
  const rate = (of: OfStudent): Opinion => ({ kind: 'rate', of });
  const tested = (of: OfStudent): Opinion => ({ kind: 'rate', of, fromTests: true });
  return {
    math_dfs: { ...math, fromTests: true, of: (f, y, l) => distanceFromStandard(f, y, 'MATH', l) },
    ela_dfs: { ...ela, fromTests: true, of: (f, y, l) => distanceFromStandard(f, y, 'ELA', l) },
    el_acad_group_dfs: {
      ...math,
      fromTests: true,
      of: (f, y, l) => distanceFromStandard(f, y, 'MATH', l, 'EL'),
    },
    ever_el_dfs: { ...math, fromTests: true, of: (f, y, l) => distanceFromStandard(f, y, 'MATH', l, 'EVER') },
    math_met_pct: tested((f, y, l) => atLevels(f, y, 'MATH', [3, 4], l)),
    math_near_pct: tested((f, y, l) => atLevels(f, y, 'MATH', [2], l)),
    ela_met_pct: tested((f, y, l) => atLevels(f, y, 'ELA', [3, 4], l)),
    science_met_pct: tested(science),
    caaspp_participation: tested((f, y, l) => participation(f, y, ['ELA', 'MATH'], l)),
    ela_participation: tested((f, y, l) => participation(f, y, ['ELA'], l)),
    math_participation: tested((f, y, l) => participation(f, y, ['MATH'], l)),
    elpi: tested(englishProgress),
    ltel_pct_dashboard: rate(longTermDashboard),
    ltel_pct_ec3131: rate((f, y, l) => longTermEducationCode(f, y, 'LTEL6', l)),
    arltel_pct: rate((f, y, l) => longTermEducationCode(f, y, 'ARL', l)),
    reclass_rate_dataquest: rate((f, y) => reclassifiedDataQuest(f, y)),
    reclass_rate_calpads: rate(reclassifiedCalpads),
    acgr: rate((f, y) => shareOfMembers(f, y, cohortMembers(f, y), ({ graduate }) => graduate)),
    dropout_4yr: rate((f, y) => shareOfMembers(f, y, cohortMembers(f, y), ({ dropout }) => dropout)),
    ag_of_cohort: rate((f, y) =>
      shareOfMembers(f, y, cohortMembers(f, y), (one) => one.graduate && one.stay.met_uc_csu === true),
    ),
    ag_of_grads: rate((f, y) =>
      shareOfMembers(f, y, cohortMembers(f, y), (one) =>
        one.graduate ? one.stay.met_uc_csu === true : undefined,
      ),
    ),
    grad_dashboard: rate((f, y) => shareOfMembers(f, y, dashboardMembers(f, y), ({ graduate }) => graduate)),
    cte_completer: rate((f, y) => shareOfMembers(f, y, cohortMembers(f, y), () => hasCapstone(f, y - 3, y))),
    cci_prepared: rate((f, y) =>
      hasPreparedRules(y)
        ? shareOfMembers(f, y, dashboardMembers(f, y), (one) =>
            isPrepared(f, one, y, alternative.has(one.stay.school_cds)),
          )
        : [],
    ),
    college_going_12m: rate(collegeGoing),
    chronic_absence: { kind: 'rate', span: toGrade8, of: engagement.chronicAbsence },
    attendance_rate: { kind: 'ratio', of: engagement.attendanceRate },
    suspension: rate((f, y, l) => engagement.conduct(f, y, l, engagement.isSuspendedForADay)),
    suspension_any: rate((f, y, l) => engagement.conduct(f, y, l, engagement.isSuspended)),
    expulsion: rate((f, y, l) => engagement.conduct(f, y, l, engagement.isExpelled)),
    stability: rate(engagement.nonStability),
    upc: rate((f, y, l) => onCensusDay(f, y, l, isUnduplicated, 'all')),
    sed_group: rate((f, y, l) => onCensusDay(f, y, l, isDisadvantaged, 'TK to 12')),
    algebra_by_grade_9: rate(algebraByGrade9),
    grade_9_course_failures: rate(grade9Failures),
  };
}

/** Slices by `measure year district school grade group`, of every measure and year asked for. */
export function secondOpinion(
  tables: StudentTables,
  asked: readonly { readonly measure: string; readonly year: number }[],
): Map<string, Slice> {
  const files = studentFiles(tables);
  const schools = tables.place.filter((row) => row.alternative).map((row) => row.cds);
  const known = opinions(new Set(schools));
  const found = new Map<string, Slice>();
  const longTerm = longTermOf(files, [...new Set(asked.map(({ year }) => year))]);
  for (const { measure, year } of asked) {
    const opinion = known[measure];
    const slices = opinion
      ? tally(
          files.flatMap((file) => [...opinion.of(file, year, longTerm(file, year))]),
          { ...opinion, hidden: hiddenGroups(tables, year, opinion.fromTests === true) },
        )
      : ofStaff(tables, measure, year);
    for (const [key, slice] of slices) found.set(`${measure} ${year} ${key}`, slice);
  }
  return found;
}

function ofStaff(tables: StudentTables, measure: string, year: number): Map<string, Slice> {
  if (measure === 'principal_retention')
    return tally(principalRetention(tables, year), { kind: 'rate', hidden: new Set() });
  if (measure === 'teacher_retention')
    return tally(teacherRetention(tables, year), { kind: 'rate', hidden: new Set() });
  throw new RangeError(`there is no second opinion of ${measure}`);
}

function longTermOf(files: readonly StudentFile[], years: readonly number[]) {
  const groups = new Map<string, readonly string[]>();
  for (const file of files)
    for (const year of years) groups.set(`${file.id} ${year}`, longTermGroups(file, year));
  return (file: StudentFile, year: number) => groups.get(`${file.id} ${year}`) ?? [];
}

/** Groups that cannot be told because their file is not loaded. */
function hiddenGroups(tables: StudentTables, year: number, fromTests: boolean): Set<string> {
  const hidden = new Set<string>();
  const without = (rows: readonly unknown[], groups: string) => {
    if (rows.length === 0 && !fromTests) for (const group of groups.split(' ')) hidden.add(group);
  };
  without(tables.language_status, 'EL RFP EVER LTEL EO');
  without(tables.student_info, 'AA AI AS FI HI PI WH MR NR F M X GNR LTEL SED');
  without(tables.programme, 'SED SWD FOS HOM MIG');
  const told =
    tables.language_status.length > 0 &&
    tables.student_info.length > 0 &&
    tables.enrolment.some((row) => row.school_year === year) &&
    tables.elpac_result.some((row) => row.school_year === year - 1);
  if (!told) for (const group of ['LTEL6', 'ARL']) hidden.add(group);
  return hidden;
}
