import type { FocusAreaId, ModeId, StrategyId } from '../src/vocabulary/partnership.ts';
import type { CitedDistrict } from './citedDistricts.ts';

/** A district's part in a piece of work of the sample: who owns it there, all of them the sample's people. */
export type SamplePart = {
  readonly district: CitedDistrict;
  readonly brings: string;
  readonly owner: string;
  readonly deputy: string;
};

/** A piece of work of the sample; days are counted from the day it is loaded, `first` begins it. */
export type SampleEngagement = {
  readonly mode: ModeId;
  readonly title: string;
  readonly purpose: string;
  readonly product: string | null;
  readonly focusArea: FocusAreaId;
  readonly strategy: StrategyId;
  /** The wording of the need it meets, and the measure and group of the benchmark it serves. */
  readonly need: string | null;
  readonly benchmark: readonly [measure: string, group: string] | null;
  readonly startsIn: number;
  readonly endsIn: number;
  readonly begunIn: number;
  readonly agreedIn: number;
  readonly first: SamplePart;
  readonly second: SamplePart;
};

/** The work of the sample: invented for show. Neither district has promised any of it. */
export const sampleWork = {
  reclassification: {
    mode: 'assistance',
    title: 'Reclassification in grades 4 and 5',
    purpose:
      'Sample: more English learners leave the programme before middle school, because teachers see in time who is ready. Fresno learns how Long Beach reviews every child twice a year.',
    product: null,
    focusArea: 'english-learners',
    strategy: 'leadership-capacity',
    need: 'Sample: more reading and writing for English learners in every subject',
    benchmark: ['ela_dfs', 'EL'],
    startsIn: -70,
    endsIn: 190,
    begunIn: -84,
    agreedIn: -78,
    first: {
      district: 'longBeach',
      brings:
        'Sample: two days of visits a term, the review protocol, and Avery Stone on the telephone every other week',
      owner: 'Avery Stone',
      deputy: 'Quinn Marsh',
    },
    second: {
      district: 'fresno',
      brings: 'Sample: six pilot schools, and half a day a week of the English learner lead',
      owner: 'Taylor Fenn',
      deputy: 'Jordan Vale',
    },
  },
  algebra: {
    mode: 'joint',
    title: 'Placement into Algebra',
    purpose:
      'Sample: students are placed by what they can do, not by who asks for them. Both districts lose ready students between grades 7 and 8.',
    product: 'A placement rule for grade 8 mathematics',
    focusArea: 'mathematics',
    strategy: 'rigor',
    need: 'Sample: see how grade 8 is taught where students like ours move on faster',
    benchmark: ['math_dfs', 'ALL'],
    startsIn: -60,
    endsIn: 150,
    begunIn: -66,
    agreedIn: -62,
    first: {
      district: 'longBeach',
      brings: 'Sample: the mathematics office, three years of placement figures',
      owner: 'Morgan Reyes-Hill',
      deputy: 'Avery Stone',
    },
    second: {
      district: 'fresno',
      brings: 'Sample: four middle schools and a research analyst for the spring',
      owner: 'Jordan Vale',
      deputy: 'Sam Ortega-Lind',
    },
  },
  readiness: {
    mode: 'external',
    title: 'Ready for college, together with Valley State',
    purpose:
      'Sample: seniors of both districts know before they enrol whether they are ready for college mathematics, and have a course in spring if they are not.',
    product: null,
    focusArea: 'college-career',
    strategy: 'external-partners',
    need: null,
    benchmark: ['cci_prepared', 'ALL'],
    startsIn: -55,
    endsIn: 300,
    begunIn: -60,
    agreedIn: -57,
    first: {
      district: 'fresno',
      brings: 'Sample: counselors of all high schools, rooms for the spring course',
      owner: 'Jordan Vale',
      deputy: 'Sam Ortega-Lind',
    },
    second: {
      district: 'longBeach',
      brings: 'Sample: the readiness test it already gives, teachers for two sections',
      owner: 'Avery Stone',
      deputy: 'Quinn Marsh',
    },
  },
  summerBridge: {
    mode: 'joint',
    title: 'Shared summer bridge',
    purpose: 'Sample: one summer course for new ninth graders, taught the same way in both districts.',
    product: 'A three-week course for new ninth graders',
    focusArea: 'mathematics',
    strategy: 'rigor',
    need: null,
    benchmark: ['math_dfs', 'ALL'],
    startsIn: -210,
    endsIn: -100,
    begunIn: -230,
    agreedIn: -222,
    first: {
      district: 'fresno',
      brings: 'Sample: two teachers and a building',
      owner: 'Jordan Vale',
      deputy: 'Sam Ortega-Lind',
    },
    second: {
      district: 'longBeach',
      brings: 'Sample: the course of the year before',
      owner: 'Morgan Reyes-Hill',
      deputy: 'Avery Stone',
    },
  },
} as const satisfies Readonly<Record<string, SampleEngagement>>;

/** The invented external partner of the sample. */
export const samplePartner = {
  name: 'Valley State University (invented)',
  kind: 'university',
  contact: { name: 'Dana Sample', email: 'dana.sample@valleystate.example' },
  words: 'Sample: most graduates of both districts who go to a state university go there.',
  brings: 'Sample: its placement test, two instructors in spring, and who of our graduates needed the course',
  exclusivity: 'Sample: its name on the course; no other university before June',
} as const;

/** What becomes of the sample's work: versions of the rule, pilots, the joint ask and what it secured, and why the bridge failed. */
export const sampleWorkStory = {
  versions: [
    {
      words: 'Sample: first rule: the state test of grade 7 and one unit test',
      place: 'Shared folder, placement 1',
    },
    {
      words: 'Sample: the teacher’s judgement counts only upwards; a retest in August',
      place: 'Shared folder, placement 2',
    },
  ],
  adaptation: 'Sample: the retest is in the first week of school, because buses do not run before',
  pilots: [
    {
      district: 'longBeach',
      by: 'Morgan Reyes-Hill',
      name: 'Two schools in Long Beach',
      place: 'Sample Middle 1 and 2, all of grade 7',
      startsIn: -45,
      endsIn: -20,
      result: 'worked',
      words:
        'Sample: one student in nine was placed higher than the year before; nobody had to be moved back by November',
    },
    {
      district: 'fresno',
      by: 'Jordan Vale',
      name: 'Four schools in Fresno',
      place: 'Four middle schools, all of grade 7',
      startsIn: -12,
      endsIn: 25,
      result: null,
      words: '',
    },
  ],
  jointAsk:
    'Sample: we ask Valley State for its placement test in grade 12 of all our high schools, and for two instructors each spring for three years. It sees what became of the students, in groups of twenty and more, and may put its name on the course.',
  answer: 'Sample: the test at once; the instructors for two years, then we look again',
  secured: [
    { what: 'Two instructors each spring', amountCents: 18_400_000, inKind: null },
    { what: 'The placement test', amountCents: null, inKind: 'Free for all seniors of both districts' },
  ],
  failure:
    'Sample: both lead teachers left in June, and nobody else knew the course. Write it down before summer, and have two who know it in each district.',
} as const;
