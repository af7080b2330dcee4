/** A table of the vault that a cause changes a copy of. */
export type ChangedTable =
  | 'enrolment'
  | 'test_result'
  | 'elpac_result'
  | 'attendance'
  | 'incident'
  | 'language_status'
  | 'programme';

/**
 * Why the state's figure may be another than the vault's, as a change to a copy of the student rows, by which the measure's
 * own rule then counts again.
 */
export type Cause = {
  readonly id: string;
  /** Causes of one family are not tried together. */
  readonly family: string;
  /** Goes on after "The vault's figure …". `{}` is the school, the file or the day. */
  readonly phrase: string;
  /** Why the state may do so. */
  readonly why: string;
  /** What a person looks at when this is the cause. */
  readonly look: string;
  readonly tables: readonly ChangedTable[];
  readonly concerns: (measure: string) => boolean;
};

const academic = new Set(['math_dfs', 'ela_dfs', 'el_acad_group_dfs', 'ever_el_dfs']);
const cohort = new Set([
  'acgr',
  'grad_dashboard',
  'dropout_4yr',
  'ag_of_grads',
  'ag_of_cohort',
  'cci_prepared',
  'cte_completer',
]);
const tests = new Set([
  ...academic,
  'math_met_pct',
  'ela_met_pct',
  'math_near_pct',
  'science_met_pct',
  'elpi',
  'caaspp_participation',
  'ela_participation',
  'math_participation',
]);
const adults = new Set(['principal_retention', 'teacher_retention']);
const ofStudents = (measure: string): boolean => !adults.has(measure);
const ofStays = (measure: string): boolean => ofStudents(measure) && !tests.has(measure);
const ofYear = (measure: string): boolean => ofStays(measure) && !cohort.has(measure);
const everyTable = ['enrolment', 'test_result', 'elpac_result', 'attendance', 'incident'] as const;

/** The known causes, those first that are found most often. */
export const causes: readonly Cause[] = [
  {
    id: 'charters',
    family: 'charter schools',
    phrase: 'without charter schools',
    why: 'The Dashboard’s and the UPC file’s district figures leave charter schools out, DataQuest’s count them.',
    look: 'the list of schools: which of them are charters, and whether their rows belong into this vault',
    tables: everyTable,
    concerns: ofStudents,
  },
  {
    id: 'charter',
    family: 'charter schools',
    phrase: 'without the charter school {}',
    why: 'The state reports a directly funded charter by itself, a dependent one with the district.',
    look: 'the charter’s funding type in the state’s list of schools, and whether its rows belong into this vault',
    tables: everyTable,
    concerns: ofStudents,
  },
  {
    id: 'before',
    family: 'timing',
    phrase: 'as the vault stood before {} was loaded',
    why: 'The state took its data before the correction came.',
    look: 'that file’s difference from the one before it; the state’s figure will not change after certification',
    tables: ['enrolment', 'test_result', 'elpac_result', 'attendance'],
    concerns: ofStudents,
  },
  {
    id: 'as_of',
    family: 'timing',
    phrase: 'as it could be known on {}',
    why: 'What happened later, exits and reclassifications among it, was not yet known when the state took its data.',
    look: 'exits, programmes and language statuses that began or ended after that day',
    tables: ['enrolment', 'language_status', 'programme', 'incident'],
    concerns: ofStudents,
  },
  {
    id: 'penalty',
    family: 'participation',
    phrase: 'without participation penalty records',
    why: 'A publisher other than the Dashboard leaves out the records that a participation under 95 % adds.',
    look: 'the participation of the group in the CAASPP file; the Dashboard publishes both figures',
    tables: ['test_result'],
    concerns: (measure) => academic.has(measure),
  },
  {
    id: 'continuous',
    family: 'continuous enrolment',
    phrase: 'with students who were not continuously enrolled',
    why: 'Accountability counts students enrolled from Census Day to the test; research files count everybody tested.',
    look: 'SENR of the year: entries after Census Day and gaps of more than 30 days',
    tables: ['enrolment'],
    concerns: (measure) => academic.has(measure),
  },
  {
    id: 'alternate',
    family: 'alternate tests',
    phrase: 'without alternate tests (CAA)',
    why: 'The Dashboard counts alternate tests since 2023; other files publish them apart.',
    look: 'records of CAA in the CAASPP file',
    tables: ['test_result'],
    concerns: (measure) => academic.has(measure),
  },
  {
    id: 'newcomers',
    family: 'newcomers',
    phrase: 'with English learners in their first 12 months',
    why: 'The Dashboard leaves out newcomers; their first day in a school of the United States decides.',
    look: 'SINF 2.36, the first enrolment in a school of the United States',
    tables: ['test_result'],
    concerns: (measure) => academic.has(measure),
  },
  {
    id: 'below_threshold',
    family: 'below threshold',
    phrase: 'without tests that were begun and given the lowest score (LOSS)',
    why: 'A test below the participation threshold gets the lowest obtainable score, which some files leave out.',
    look: 'records with IncludeIndicator T in the CAASPP file',
    tables: ['test_result'],
    concerns: (measure) => academic.has(measure),
  },
  {
    id: 'accountable',
    family: 'accountable district',
    phrase: 'with students counted where they were tested',
    why: 'Students with disabilities count at the district that is accountable for them, once the state knows of it.',
    look: 'the accountability district in the CAASPP file',
    tables: ['test_result'],
    concerns: (measure) => academic.has(measure),
  },
  {
    id: 'exempt',
    family: 'exempt days',
    phrase: 'with students who are exempt from attendance',
    why: 'Students of home and hospital instruction or non-public schools are exempt once STAS 13.13 says so.',
    look: 'STAS 13.13, the exemption',
    tables: ['attendance'],
    concerns: (measure) => measure === 'chronic_absence' || measure === 'attendance_rate',
  },
  {
    id: 'transfers',
    family: 'transfers',
    phrase: 'with every transfer to another California school confirmed',
    why: 'The state sees that a student enrolled elsewhere (T160) and takes the student out of the cohort; one district’s rows cannot show it.',
    look: 'SENR exits T160 that the state has confirmed: CALPADS report 15.2',
    tables: ['enrolment'],
    concerns: (measure) => cohort.has(measure),
  },
  {
    id: 'secondary',
    family: 'secondary enrolment',
    phrase: 'with secondary enrolments',
    why: 'An enrolment recorded as secondary here counts elsewhere as primary, or the other way round.',
    look: 'SENR 1.22, enrolment status 20',
    tables: ['enrolment'],
    concerns: ofStays,
  },
  {
    id: 'short_term',
    family: 'short-term enrolment',
    phrase: 'without short-term enrolments',
    why: 'Some counts take primary enrolments alone.',
    look: 'SENR 1.22, enrolment status 30',
    tables: ['enrolment'],
    concerns: ofYear,
  },
  {
    id: 'no_shows',
    family: 'no-shows',
    phrase: 'with students who never came (N420, N470)',
    why: 'A no-show that was corrected late still counted as enrolled.',
    look: 'SENR exits N420 and N470',
    tables: ['enrolment'],
    concerns: ofStays,
  },
];

const byId = new Map(causes.map((cause) => [cause.id, cause]));

/** Throws RangeError for an id that no cause has. */
export function causeById(id: string): Cause {
  const cause = byId.get(id);
  if (!cause) throw new RangeError(`no cause is called ${id}`);
  return cause;
}
