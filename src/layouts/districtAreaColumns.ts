import type { ProfileFactorId } from './profileFactor.ts';

type AreaGroup = {
  readonly count: string;
  readonly percent: string;
  readonly factor: ProfileFactorId;
  readonly shareFactor: ProfileFactorId;
  /** The column the percentage divides by; null when the file does not hold it. */
  readonly of: 'EnrollTotal' | null;
};

function group(prefix: string, factor: ProfileFactorId, shareFactor: ProfileFactorId): AreaGroup {
  return { count: `${prefix}count`, percent: `${prefix}pct`, factor, shareFactor, of: 'EnrollTotal' };
}

/** The student groups of the district areas table. */
export const areaGroups: readonly AreaGroup[] = [
  group('AA', 'african_american', 'african_american_share'),
  group('AI', 'american_indian', 'american_indian_share'),
  group('AS', 'asian', 'asian_share'),
  group('FI', 'filipino', 'filipino_share'),
  group('HI', 'hispanic', 'hispanic_share'),
  group('MR', 'two_or_more_races', 'two_or_more_races_share'),
  group('PI', 'pacific_islander', 'pacific_islander_share'),
  group('WH', 'white', 'white_share'),
  group('NR', 'race_not_reported', 'race_not_reported_share'),
  group('EL', 'english_learners', 'english_learner_share'),
  group('FOS', 'foster', 'foster_share'),
  group('HOM', 'homeless', 'homeless_share'),
  group('MIG', 'migrant', 'migrant_share'),
  group('SWD', 'swd', 'swd_share'),
  group('SED', 'sed', 'sed_share'),
  { ...group('UP', 'unduplicated_pupils', 'upc_share'), of: null },
];

type AreaRate = {
  readonly measure: string;
  readonly rate: string;
  readonly n: string | null;
  readonly numerator: string | null;
  /** Whether every district has students of this kind, so that a blank is a figure withheld. */
  readonly everyDistrict: boolean;
  readonly difference: string;
};

const allCharters = 'Counts the charter schools that the district authorised.';
const tests =
  'Counts the locally funded charter schools of the district and leaves out those funded directly. n is the students tested; the percentage is of those with a score, a few less.';

/**
 * The rates of the district areas table. Which charter schools they count was found by comparing n with the enrolment
 * of districts whose students are mostly in charter schools.
 */
export const areaRates: readonly AreaRate[] = [
  {
    measure: 'ela_met_pct',
    rate: 'ELAStdMetPct',
    n: 'ELATested',
    numerator: null,
    everyDistrict: true,
    difference: tests,
  },
  {
    measure: 'math_met_pct',
    rate: 'MathStdMetPct',
    n: 'MathTested',
    numerator: null,
    everyDistrict: true,
    difference: tests,
  },
  {
    measure: 'cci_prepared',
    rate: 'CCPrepPct',
    n: 'CCPrepCohortCount',
    numerator: null,
    everyDistrict: false,
    difference: 'Leaves out charter schools, and follows the rules of 2019, which have changed since.',
  },
  {
    measure: 'chronic_absence',
    rate: 'AbsentPct',
    n: 'AbsentEligCount',
    numerator: null,
    everyDistrict: true,
    difference: `${allCharters} DataQuest’s rate of all grades, K-12; the Dashboard counts TK or K to grade 8 only.`,
  },
  {
    measure: 'acgr',
    rate: 'GradPct',
    n: 'GradCohortCount',
    numerator: null,
    everyDistrict: false,
    difference: allCharters,
  },
  {
    measure: 'ag_of_grads',
    rate: 'UCCSUReqMetPct',
    n: null,
    numerator: null,
    everyDistrict: false,
    difference: `${allCharters} The number of graduates it divides by is not in this table.`,
  },
  {
    measure: 'dropout_4yr',
    rate: 'DropOutPct',
    n: 'GradCohortCount',
    numerator: null,
    everyDistrict: false,
    difference: allCharters,
  },
  {
    measure: 'suspension',
    rate: 'SuspPct',
    n: 'EnrollCumulative',
    numerator: null,
    everyDistrict: true,
    difference: `${allCharters} DataQuest’s rate of students suspended for any length of time; the Dashboard counts a full school day or more.`,
  },
  {
    measure: 'upc',
    rate: 'UPpct',
    n: null,
    numerator: 'UPcount',
    everyDistrict: true,
    difference:
      'Leaves out charter schools. The enrolment it divides by stands in the file of unduplicated pupil counts, not in this table.',
  },
];
