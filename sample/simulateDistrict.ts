import { type Leaving, type Outcomes, outcomesIn, type SchoolYearIndex } from './drawOutcomes.ts';
import { type Chances, chancesOf, drawStudent, type Student } from './drawStudent.ts';
import { groupsOf } from './groupsOf.ts';
import type { DistrictPlan } from './planDistrict.ts';
import type { SchoolPlan } from './planSchools.ts';
import type { SeededRandom } from './seededRandom.ts';
import { addCount, addTally, newTally, slotAt, type Tally } from './tally.ts';

/** The counts of a district and, in the order of its plan, of its schools, with each school's students of the last year. */
export type DistrictCounts = {
  readonly district: Tally;
  readonly schools: readonly Tally[];
  readonly enrolment: readonly number[];
};

/** A seat keeps its student's traits in three years of four: a school's people change slowly. */
const staysOn = 0.75;
/** Students who are enrolled too briefly to be counted for absence or to be tested. */
const briefly = 0.02;

/**
 * Fills every seat for three years and counts each student as the state does: once in the district and in each
 * school of the year for absence and suspension, in the last school for graduation, and in a school's test
 * figures only when the student did not change school. So schools sum to more than the district in the first,
 * exactly to it in the second and to less in the third. Nobody moves between districts, everybody takes the
 * tests, and so a county is the sum of its districts and a mean the weighted mean of its groups.
 */
export function simulateDistrict(plan: DistrictPlan, random: SeededRandom): DistrictCounts {
  const chances = chancesOf(plan.community);
  const homes = plan.schools.map(newTally);
  const visits = plan.schools.map(newTally);
  const movedTests = newTally();
  const enrolment = plan.schools.map(() => 0);
  for (const [place, school] of plan.schools.entries()) {
    const home = homes[place] as Tally;
    const outcomesOf = outcomesIn(plan.effects, school.effects, random);
    for (const { grade, seats } of gradesOf(school)) {
      const elsewhere = visits.filter((_, other) => other !== place && teaches(plan.schools[other], grade));
      const count: CountStudent = (student, groups, year) => {
        const outcomes = outcomesOf(student, year);
        const brief = random.uniform() < briefly;
        const moved = elsewhere.length > 0 && random.uniform() < plan.mobility;
        const visited = moved ? elsewhere[random.below(elsewhere.length)] : undefined;
        countYear(home, year, groups, outcomes, brief);
        if (visited) countYear(visited, year, groups, outcomes, brief);
        if (!brief) countTests(visited ? movedTests : home, year, groups, outcomes);
        if (outcomes.leaving) countLeaving(home, year, groups, outcomes.leaving);
        if (year === 2) enrolment[place] = (enrolment[place] ?? 0) + 1;
      };
      for (let seat = 0; seat < seats; seat += 1) fillSeat(plan.growth, grade, chances, random, count);
    }
  }
  const district = newTally();
  for (const home of homes) addTally(district, home);
  addTally(district, movedTests);
  for (const [place, visit] of visits.entries()) addTally(homes[place] as Tally, visit);
  return { district, schools: homes, enrolment };
}

type Groups = readonly number[];
type CountStudent = (student: Student, groups: Groups, year: SchoolYearIndex) => void;

/** Who sits on one seat: a student for each year in which there is the seat. */
function fillSeat(
  growth: number,
  grade: number,
  chances: Chances,
  random: SeededRandom,
  count: CountStudent,
): void {
  const first = growth > 0 && random.uniform() < 2 * growth ? 1 + random.below(2) : 0;
  let student: Student | undefined;
  let groups: Groups = [];
  for (const year of years) {
    if (year > 0 && growth < 0 && random.uniform() < -growth) return;
    if (year < first) continue;
    if (!student || grade === 12 || random.uniform() >= staysOn) {
      student = drawStudent(grade, chances, random);
      groups = groupsOf(student);
    }
    count(student, groups, year);
  }
}

const years: readonly SchoolYearIndex[] = [0, 1, 2];

function gradesOf(school: SchoolPlan): readonly { readonly grade: number; readonly seats: number }[] {
  return school.seats.map((seats, step) => ({ grade: school.lowest + step, seats }));
}

function teaches(school: SchoolPlan | undefined, grade: number): boolean {
  return school !== undefined && grade >= school.lowest && grade <= school.highest;
}

function countYear(tally: Tally, year: number, groups: Groups, outcomes: Outcomes, brief: boolean): void {
  addCount(tally, year, groups, slotAt.suspensionCounted, 1);
  if (outcomes.suspended) addCount(tally, year, groups, slotAt.suspended, 1);
  if (brief) return;
  addCount(tally, year, groups, slotAt.absenceCounted, 1);
  if (outcomes.absent) addCount(tally, year, groups, slotAt.absent, 1);
}

function countTests(tally: Tally, year: number, groups: Groups, { math, ela }: Outcomes): void {
  if (math !== null) {
    addCount(tally, year, groups, slotAt.mathTested, 1);
    addCount(tally, year, groups, slotAt.mathSum, math);
  }
  if (ela !== null) {
    addCount(tally, year, groups, slotAt.elaTested, 1);
    addCount(tally, year, groups, slotAt.elaSum, ela);
  }
}

function countLeaving(tally: Tally, year: number, groups: Groups, leaving: Leaving): void {
  addCount(tally, year, groups, slotAt.cohort, 1);
  addCount(tally, year, groups, slotAt.preparedCohort, leaving.fifthYear ? 2 : 1);
  if (leaving.graduated) addCount(tally, year, groups, slotAt.graduates, 1);
  if (leaving.dropped) addCount(tally, year, groups, slotAt.dropouts, 1);
  if (leaving.aToG) addCount(tally, year, groups, slotAt.aToG, 1);
  if (leaving.prepared) addCount(tally, year, groups, slotAt.prepared, 1);
  if (!leaving.completed) return;
  addCount(tally, year, groups, slotAt.completers, 1);
  if (leaving.inCollege) addCount(tally, year, groups, slotAt.inCollege, 1);
}
