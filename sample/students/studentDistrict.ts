/** What moves a headline figure of a synthetic district; each is found by `calibrate` or is zero. */
export type Intercepts = {
  /** Points of distance from standard. */
  readonly math: number;
  readonly ela: number;
  /** Logarithm of a student's share of days absent. */
  readonly absence: number;
  /** Logarithm of incidents with suspension a year. */
  readonly suspension: number;
  /** In units of the standard normal that decides. */
  readonly graduation: number;
  readonly aToG: number;
  /** Of those who do not graduate, the share more that drops out. */
  readonly dropout: number;
  /** How many more take advanced courses and their exams, in units of the standard normal that decides. */
  readonly prepared: number;
  /** The share more of completers who go on to college. */
  readonly college: number;
  /** The share more of students from homes with little money. */
  readonly unduplicated: number;
  /** Growth of English proficiency a year: the faster, the fewer learners there are. */
  readonly learners: number;
};

export type SchoolOfStudents = {
  readonly cds: string;
  readonly name: string;
  readonly type: 'elementary' | 'middle' | 'high';
  readonly charter: boolean;
  readonly alternative: boolean;
};

/** A synthetic district of students. Years are those in which school years end, first and last included. */
export type StudentDistrict = {
  readonly seed: number;
  readonly cds: string;
  readonly name: string;
  readonly students: number;
  readonly firstYear: number;
  readonly lastYear: number;
  readonly schools: readonly SchoolOfStudents[];
  readonly disadvantaged: number;
  /** Of the students who come from a home where another language is spoken. */
  readonly otherLanguage: number;
  /** Shares of the races AA AI AS FI HI PI WH MR NR. */
  readonly races: readonly number[];
  readonly intercepts: Intercepts;
};

export const noIntercepts: Intercepts = {
  math: 0,
  ela: 0,
  absence: 0,
  suspension: 0,
  graduation: 0,
  aToG: 0,
  dropout: 0,
  prepared: 0,
  college: 0,
  unduplicated: 0,
  learners: 0,
};

type DistrictSize = {
  readonly seed: number;
  /** In the years' mean. */
  readonly students: number;
  readonly firstYear?: number;
  readonly lastYear?: number;
};

/** Places with the real district's name and code but with invented schools, people and codes of schools (99xxxxx). */
export function fresnoLike(size: DistrictSize): StudentDistrict {
  return {
    ...districtOf('1062166', 'Fresno Unified (synthetic students)', size),
    disadvantaged: 0.88,
    otherLanguage: 0.42,
    races: [0.07, 0.004, 0.11, 0.003, 0.695, 0.004, 0.075, 0.034, 0.005],
    // Found by calibrate at 14,000 students of seed 5 towards `publishedHeadlines`.
    intercepts: {
      math: 12.13,
      ela: 14.32,
      absence: 0.0938,
      suspension: 1.3248,
      graduation: 1.127,
      dropout: -0.3663,
      aToG: 0.4632,
      prepared: 0.5514,
      college: 0.1175,
      unduplicated: 0.0225,
      learners: 0.4688,
    },
  };
}

export function longBeachLike(size: DistrictSize): StudentDistrict {
  return {
    ...districtOf('1964725', 'Long Beach Unified (synthetic students)', size),
    disadvantaged: 0.67,
    otherLanguage: 0.33,
    races: [0.115, 0.002, 0.065, 0.027, 0.59, 0.011, 0.12, 0.063, 0.007],
    intercepts: {
      math: 29.45,
      ela: 38.51,
      absence: 0.1061,
      suspension: 0.9546,
      graduation: 0.9503,
      dropout: -0.1279,
      aToG: 0.4363,
      prepared: 0.9941,
      college: 0.2144,
      unduplicated: -0.0791,
      learners: 0.2175,
    },
  };
}

function districtOf(code: string, name: string, size: DistrictSize): StudentDistrict {
  const schools = [
    ...schoolsOf(code, 'elementary', Math.max(2, Math.round((size.students * 0.5) / 480)), 1),
    ...schoolsOf(code, 'middle', Math.max(2, Math.round((size.students * 0.21) / 700)), 301),
    ...schoolsOf(code, 'high', Math.max(2, Math.round((size.students * 0.29) / 1400)), 601),
  ];
  return {
    firstYear: 2021,
    lastYear: 2026,
    ...size,
    cds: `${code}0000000`,
    name,
    schools,
    disadvantaged: 0.6,
    otherLanguage: 0.4,
    races: [],
    intercepts: noIntercepts,
  };
}

function schoolsOf(
  code: string,
  type: SchoolOfStudents['type'],
  count: number,
  first: number,
): SchoolOfStudents[] {
  return Array.from({ length: count }, (_, at) => ({
    cds: `${code}99${String(first + at).padStart(5, '0')}`,
    name: `Sample ${type === 'high' ? 'High' : type === 'middle' ? 'Middle' : 'Elementary'} ${at + 1}`,
    type,
    charter: at % 12 === 11,
    alternative: type === 'high' && at === count - 1,
  }));
}
