import type { DistrictEffects, YearlyEffects } from './drawEffects.ts';
import type { Student } from './drawStudent.ts';
import { type MeasureModel, measureModels, type ModelName, modelNames } from './measureModels.ts';
import type { SeededRandom } from './seededRandom.ts';

/** What happened to one student in one school year. Distances are whole points; null where not tested. */
export type Outcomes = {
  readonly absent: boolean;
  readonly suspended: boolean;
  readonly math: number | null;
  readonly ela: number | null;
  /** Null outside the cohort of grade 12. */
  readonly leaving: Leaving | null;
};

export type Leaving = {
  readonly graduated: boolean;
  readonly dropped: boolean;
  readonly aToG: boolean;
  readonly prepared: boolean;
  /** A graduate of the fifth year, whom the college and career indicator adds to the cohort. */
  readonly fifthYear: boolean;
  readonly completed: boolean;
  readonly inCollege: boolean;
};

const ownNoise = 55;
/** The alternate test is scored on its own scale. */
const alternateMean = { math: -40, ela: -16 };
const alternateSpread = 30;
export type SchoolYearIndex = 0 | 1 | 2;

/** Points, or log-odds, that the models expect of a student in a year. */
type Expectation = (student: Student, year: SchoolYearIndex) => number;

/** Gives the function that draws a student's year (counted from 0) in one school of one district. */
export function outcomesIn(
  district: DistrictEffects,
  school: readonly number[],
  random: SeededRandom,
): (student: Student, year: SchoolYearIndex) => Outcomes {
  const { uniform, normal } = random;
  const expect = (name: ModelName) => expectationIn(name, district, school);
  const [math, ela, absence, suspension] = [
    expect('math'),
    expect('ela'),
    expect('absence'),
    expect('suspension'),
  ];
  const leavingOf = leavingIn(expect, uniform);
  const points = (expected: Expectation, alternateMean: number, student: Student, year: SchoolYearIndex) =>
    student.alternate
      ? Math.round(alternateMean + alternateSpread * normal())
      : Math.round(expected(student, year) + ownNoise * normal());
  return (student, year) => {
    const { grade } = student;
    const tested = (grade >= 3 && grade <= 8) || grade === 11;
    const unseen = student.gender === 'non_binary' ? 0.7 : 0;
    return {
      absent: uniform() < chance(absence(student, year) + unseen),
      suspended: uniform() < chance(suspension(student, year)),
      math: tested ? points(math, alternateMean.math, student, year) : null,
      ela: tested ? points(ela, alternateMean.ela, student, year) : null,
      leaving: grade === 12 ? leavingOf(student, year) : null,
    };
  };
}

function leavingIn(
  expect: (name: ModelName) => Expectation,
  uniform: () => number,
): (student: Student, year: SchoolYearIndex) => Leaving {
  const [graduation, aToGCourses] = [expect('graduation'), expect('aToG')];
  const [preparation, college] = [expect('prepared'), expect('college')];
  return (student, year) => {
    const graduated = uniform() < chance(graduation(student, year));
    const aToG = graduated && uniform() < chance(aToGCourses(student, year));
    const fifthYear = !graduated && uniform() < 0.12;
    return {
      graduated,
      dropped: !graduated && !fifthYear && uniform() < 0.72,
      aToG,
      prepared: graduated && uniform() < chance(preparation(student, year) + (aToG ? 1.9 : 0)),
      fifthYear,
      completed: graduated || uniform() < 0.05,
      inCollege: uniform() < chance(college(student, year) + (aToG ? 1.3 : 0)),
    };
  };
}

function chance(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds));
}

/** Gathers what is the same for every student of a school before the students are asked for one by one. */
function expectationIn(name: ModelName, district: DistrictEffects, school: readonly number[]): Expectation {
  const model: MeasureModel = measureModels[name];
  const place = modelNames.indexOf(name);
  const { groups, everyone } = district;
  const inYears = (stays: number, effects: YearlyEffects) =>
    Float64Array.from(effects[place] ?? [], (effect) => stays + effect);
  const fixed = inYears(model.start + (school[place] ?? 0), everyone);
  const learner = inYears(model.englishLearner, groups.englishLearner);
  const disadvantaged = inYears(model.disadvantaged, groups.disadvantaged);
  const disability = inYears(model.disability, groups.disability);
  return (student, year) => {
    const { language } = student;
    let sum = (fixed[year] as number) + model.ability * student.ability;
    sum += (model.race[student.race] as number) + (model.grade[student.grade] as number);
    if (language === 'learner') sum += learner[year] as number;
    else if (language === 'long-term learner') sum += (learner[year] as number) + model.longTerm;
    else if (language === 'recently reclassified') sum += model.reclassified;
    if (student.disadvantaged) sum += disadvantaged[year] as number;
    if (student.disability) sum += disability[year] as number;
    if (student.foster) sum += model.foster;
    if (student.homeless) sum += model.homeless;
    if (student.gender === 'female') sum += model.female;
    return sum;
  };
}
