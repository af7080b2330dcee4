/** Levels 23, College Credit Only, and 24, Dual Credit, count for college (CALPADS Data Guide v11, 9.19). */
const collegeLevels = new Set(['23', '24']);
/**
 * State courses that are college courses by themselves, in the CALPADS course table v12: to 2018-19 and since 2019-20. A
 * district marks a college course by either (CALPADS Update Flash 275, 2024).
 */
const collegeCourses = new Set(
  '2190 2290 2490 2690 2790 2890 6090 9020 9082 9096 9120 9154 9200 9227 9273 9303 9358'.split(' '),
);

/** Whether a section gives college credit; null where neither its course nor its level says anything. */
export function givesCollegeCredit(stateCourse: string | null, level: string | null): boolean | null {
  if (stateCourse !== null && collegeCourses.has(stateCourse)) return true;
  return level === null ? null : collegeLevels.has(level);
}
