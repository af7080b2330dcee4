import { type SeededRandom, seededRandom } from '../seededRandom.ts';
import { schoolDay } from './calendar.ts';
import { drawEnding, type Ending } from './drawCourses.ts';
import { drawStays, type StudentYear } from './drawStays.ts';
import { drawTraits, type Traits } from './drawTraits.ts';
import type { StudentDistrict } from './studentDistrict.ts';

/** A synthetic student's life in the district, from which all of her rows follow. */
export type StudentLife = {
  readonly traits: Traits;
  readonly years: readonly StudentYear[];
  /** How a year in grade 12 ended, by its year. */
  readonly endings: ReadonlyMap<number, Ending>;
  /** First school day in the United States, kindergarten to grade 12. */
  readonly usEntry: string;
  readonly birthDate: string;
  readonly random: SeededRandom;
};

/** Students of a grade who leave in a year and are replaced by newcomers. */
const turnover = 0.045;

/**
 * All students of a district, one at a time: those there in the first year by grade, then the beginners and
 * newcomers of each year. Each has a stream of chance of her own, so that the first thousand of a large district
 * do not depend on the rest.
 */
export function* generateStudents(district: StudentDistrict): Generator<StudentLife> {
  const grades = 14;
  const seats = Math.round(district.students / grades);
  let id = 0;
  for (let year = district.firstYear; year <= district.lastYear; year += 1) {
    for (let grade = -1; grade <= 12; grade += 1) {
      const whole = year === district.firstYear || grade === -1;
      const newcomers = Math.round(seats * turnover);
      const count = whole ? seats : grade === 0 ? newcomers * 4 : newcomers;
      for (let seat = 0; seat < count; seat += 1) {
        id += 1;
        yield drawLife(district, id, year, grade, year !== district.firstYear);
      }
    }
  }
}

function drawLife(
  district: StudentDistrict,
  id: number,
  from: number,
  fromGrade: number,
  isNew: boolean,
): StudentLife {
  const random = seededRandom(district.seed, `student ${id}`);
  const { uniform, below } = random;
  const traits = drawTraits(id, district, random);
  const years: StudentYear[] = [];
  const endings = new Map<number, Ending>();
  let grade = fromGrade;
  for (let year = from; year <= district.lastYear; year += 1) {
    const one = drawStays(district, traits, year, grade, isNew && year === from, random);
    years.push(one);
    if (one.left && uniform() > 0.25) break;
    if (one.left && uniform() < 0.3) {
      year += 1;
      grade = Math.min(12, grade + 1);
    }
    if (grade === 12 && !one.left && one.school) {
      const ending = drawEnding(traits, year, district.intercepts, random);
      endings.set(year, ending);
      if (!ending.again) break;
      continue;
    }
    if (grade >= 12 && !one.left) break;
    if (uniform() > 0.012) grade = Math.min(12, grade + 1);
  }
  const abroad = traits.language !== '00' && uniform() < (fromGrade > 1 ? 0.25 : 0.05);
  const yearsHere = abroad ? below(Math.min(4, Math.max(1, fromGrade + 1))) : Math.max(0, fromGrade);
  return {
    traits,
    years,
    endings,
    usEntry: schoolDay(from - yearsHere, abroad ? below(200) : 0),
    birthDate: `${from - fromGrade - 6}-${two(1 + below(12))}-${two(1 + below(28))}`,
    random,
  };
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
