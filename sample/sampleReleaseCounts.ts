import type { StudentGroupCode } from '../src/vocabulary/studentGroup.ts';

/** Counts of one slice of a sample district; invented. */
export type SampleCount = {
  readonly place: string;
  readonly group: StudentGroupCode;
  readonly n: number;
  readonly numerator: number;
};

/** The measures of the sample's releases: leading indicators, which the state does not publish. */
export const sampleReleased = [
  { measure: 'algebra_by_grade_9', share: 0.46, perYear: 0.022 },
  { measure: 'grade_9_course_failures', share: 0.31, perYear: -0.015 },
] as const;

/** Students of grade 9 at invented high schools. */
const schools = [
  { code: '0900013', n: 612, factor: 0.86 },
  { code: '0900021', n: 548, factor: 1.12 },
  { code: '0900039', n: 431, factor: 0.97 },
  { code: '0900047', n: 118, factor: 1.05 },
] as const;

const groups = [
  { group: 'EL', share: 0.19, factor: 0.6 },
  { group: 'SED', share: 0.82, factor: 0.93 },
  { group: 'SWD', share: 0.11, factor: 0.55 },
  { group: 'FOS', share: 0.013, factor: 0.5 },
] as const;

/**
 * The counts of one measure in one year of a sample district, by school and of all schools together: `year` 0 is the first, `size` 1 the first district's.
 * Small groups are among them, so that a release of them withholds some.
 */
export function sampleReleaseCounts(
  district: string,
  { share, perYear }: (typeof sampleReleased)[number],
  { year, lead, size }: { readonly year: number; readonly lead: number; readonly size: number },
): SampleCount[] {
  const ofSchools = schools.flatMap(({ code, n: base, factor }) => {
    const n = Math.round(base * size) + 7 * year;
    const rate = Math.min(0.9, (share + perYear * year + lead) * factor);
    const place = `${district.slice(0, 7)}${code}`;
    const all: SampleCount = { place, group: 'ALL', n, numerator: Math.round(n * rate) };
    const parts = groups.map((one): SampleCount => {
      const students = Math.round(n * one.share);
      return { place, group: one.group, n: students, numerator: Math.round(students * rate * one.factor) };
    });
    return [all, ...parts];
  });
  const together = [...Map.groupBy(ofSchools, ({ group }) => group)].map(
    ([group, counts]): SampleCount => ({
      place: district,
      group,
      n: counts.reduce((sum, { n }) => sum + n, 0),
      numerator: counts.reduce((sum, { numerator }) => sum + numerator, 0),
    }),
  );
  return [...together, ...ofSchools.filter(({ n }) => n > 0)];
}
