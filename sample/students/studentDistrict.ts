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
  /** The share more of homes where another language is spoken. */
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
      math: 15.08,
      ela: 18.4,
      absence: 0.0936,
      suspension: 1.3067,
      graduation: 1.0603,
      dropout: -0.3768,
      aToG: 0.4567,
      prepared: 0.3611,
      college: 0.1209,
      unduplicated: 0.0246,
      learners: -0.1235,
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
      math: 30.01,
      ela: 40.23,
      absence: 0.1067,
      suspension: 0.9323,
      graduation: 0.9107,
      dropout: -0.1375,
      aToG: 0.4267,
      prepared: 0.959,
      college: 0.2144,
      unduplicated: -0.0808,
      learners: -0.0341,
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
