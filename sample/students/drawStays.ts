import type { SeededRandom } from '../seededRandom.ts';
import { daysAfter, lastSchoolDay, schoolDay } from './calendar.ts';
import type { Traits } from './drawTraits.ts';
import type { EnrolmentRow } from './studentRows.ts';
import type { SchoolOfStudents, StudentDistrict } from './studentDistrict.ts';

/** A stay without what only the end of high school adds. */
export type Stay = Pick<EnrolmentRow, 'status' | 'grade' | 'start_date'> & {
  readonly school: SchoolOfStudents;
  end_date: string | null;
  exit_reason: string | null;
};

/** A school year of a student: her stays, and whether she is still there after it. */
export type StudentYear = {
  readonly year: number;
  readonly grade: number;
  readonly stays: Stay[];
  /** The school of most of her year; undefined for a no-show. */
  readonly school: SchoolOfStudents | undefined;
  readonly left: boolean;
  readonly firstDay: string;
  readonly lastDay: string;
};

/** Grades are counted -1 for transitional kindergarten, 0 for kindergarten, 1 … 12. */
export function gradeText(grade: number): string {
  if (grade < 0) return 'TK';
  return grade === 0 ? 'KN' : String(grade).padStart(2, '0');
}

/** Draws where a student is in a year: most stay at one school, some come late, move, leave or never show up. */
export function drawStays(
  district: StudentDistrict,
  traits: Traits,
  year: number,
  grade: number,
  isNew: boolean,
  random: SeededRandom,
): StudentYear {
  const { uniform, below } = random;
  const schools = schoolsFor(district, grade);
  const own = schools[Math.floor(traits.home * schools.length)] as SchoolOfStudents;
  const stay = (school: SchoolOfStudents, start: string, end: string | null, exit: string | null): Stay => ({
    school,
    status: '10',
    grade: gradeText(grade),
    start_date: start,
    end_date: end,
    exit_reason: exit,
  });
  const start = uniform() < (isNew ? 0.2 : 0.02) ? schoolDay(year, 5 + below(200)) : schoolDay(year, 0);
  if (uniform() < 0.008) {
    const none = stay(own, schoolDay(year, 0), schoolDay(year, 0), uniform() < 0.5 ? 'N420' : 'N470');
    const left = uniform() < 0.6;
    return { year, grade, stays: [none], school: undefined, left, firstDay: start, lastDay: start };
  }
  const last = lastSchoolDay(year);
  const open = uniform() < 0.25;
  const end = open ? null : last;
  const rest = (from: string, school: SchoolOfStudents) => stay(school, from, end, open ? null : 'E155');
  const moveDay = daysAfter(start, 5 + below(230));
  const drawn = uniform();
  if (drawn < 0.03 && moveDay < last) {
    const exit = leavingReason(grade, uniform(), district.intercepts.dropout);
    const stays = [stay(own, start, moveDay, exit)];
    return { year, grade, stays, school: own, left: true, firstDay: start, lastDay: moveDay };
  }
  if (drawn < 0.1 && moveDay < daysAfter(last, -50)) {
    const elsewhere = uniform() < 0.85 ? (schools[below(schools.length)] as SchoolOfStudents) : own;
    const again = daysAfter(moveDay, 1 + below(uniform() < 0.8 ? 8 : 48));
    const stays = [stay(own, start, moveDay, 'T160'), rest(again, elsewhere)];
    return { year, grade, stays, school: elsewhere, left: false, firstDay: start, lastDay: last };
  }
  const stays = [rest(start, own)];
  const other = schools[below(schools.length)] as SchoolOfStudents;
  if (uniform() < 0.01 && other !== own) {
    const status = uniform() < 0.7 ? '20' : '30';
    stays.push({
      ...stay(other, schoolDay(year, 20), schoolDay(year, 40 + below(120)), 'T160'),
      status,
    });
  }
  return { year, grade, stays, school: own, left: false, firstDay: start, lastDay: last };
}

function schoolsFor(district: StudentDistrict, grade: number): readonly SchoolOfStudents[] {
  const type = grade <= 5 ? 'elementary' : grade <= 8 ? 'middle' : 'high';
  return district.schools.filter((school) => school.type === type);
}

/** In high school some drop out, more or fewer by the district's own share; others move away. */
const droppedOut = ['T160', 'E140', 'E300', 'E400'];
const movedAway = ['T180', 'T200', 'T240', 'T370', 'E130'];

/** Most who leave go to a school elsewhere. */
function leavingReason(grade: number, drawn: number, dropout: number): string {
  if (grade < 9) {
    const reasons = ['T160', 'T160', 'T180', 'T200', 'T240', 'E140', 'E300'];
    return reasons[Math.floor(drawn * reasons.length)] as string;
  }
  const share = Math.min(0.98, Math.max(0.02, 4 / 9 + dropout));
  return drawn < share
    ? (droppedOut[Math.floor((drawn / share) * droppedOut.length)] as string)
    : (movedAway[Math.floor(((drawn - share) / (1 - share)) * movedAway.length)] as string);
}
