import type { AdoptionDraft, ResultDraft } from '../src/hub/practices/adoptionDraft.ts';
import type { PracticeDraft } from '../src/hub/practices/practiceDraft.ts';
import type { StudyDraft } from '../src/hub/practices/studyDraft.ts';
import type { ModeId } from '../src/vocabulary/partnership.ts';
import type { CitedDistrict } from './citedDistricts.ts';

type Links = 'districtId' | 'needId' | 'engagementId' | 'claimId';

export type SampleAdoption = Omit<AdoptionDraft, 'fromId' | 'engagementId'> & {
  readonly district: CitedDistrict;
  /** Somebody of the sample's people who says so. */
  readonly by: string;
  /** The place in this list of the adoption whose way was taken up. */
  readonly from: number | null;
  readonly result: ResultDraft | null;
};

/** A practice of the sample with its studies and who took it up. */
export type SamplePractice = {
  readonly practice: Omit<PracticeDraft, Links> & { readonly district: CitedDistrict };
  readonly by: string;
  /** The wording of the sample's need it came from. */
  readonly need: string | null;
  /** The mode of the sample's engagement it came from or is taken up in. */
  readonly work: ModeId | null;
  readonly studies: readonly StudyDraft[];
  readonly adoptions: readonly SampleAdoption[];
};

const study: StudyDraft = {
  citation: '',
  link: null,
  design: 'matched comparison',
  students: null,
  groupsOfTen: null,
  districts: null,
  schools: null,
  favourable: true,
  unfavourable: false,
  attrition: null,
  baselineShown: true,
  samePopulation: true,
  sameSetting: true,
};

const asItIs = { changes: [], changed: null, why: null } as const;
const didNotSay = { group: null, setting: null, reason: null } as const;

/** Three practices, invented for show, with studies that nobody wrote: neither district has said any of it. */
export const samplePractices: readonly SamplePractice[] = [
  {
    by: 'Avery Stone',
    need: 'Sample: more reading and writing for English learners in every subject',
    work: 'assistance',
    practice: {
      district: 'longBeach',
      name: 'Sample: language goals in every lesson',
      done: 'Every lesson plan names one thing students will say or write in it, and in which words. Teachers of one grade read each other’s goals for twenty minutes a week. A coach sits in on one lesson a month and talks about the goal alone.',
      focusArea: 'english-learners',
      strategy: 'rigor',
      measureId: 'ela_dfs',
      groups: ['EL', 'LTEL'],
      grades: ['4-5', '6-8'],
      hours: '20 minutes a week for each team, one coach visit a month',
      people: 'One coach for six schools',
      materials: 'A card of sentence frames for each subject',
      link: null,
    },
    studies: [
      {
        ...study,
        citation: 'Sample study, invented: Example and Other (2019), language goals in 34 middle schools',
        students: 2410,
        schools: 34,
        districts: 3,
        sameSetting: false,
      },
      {
        ...study,
        citation: 'Sample study, invented: Instance (2021), a small trial of sentence frames',
        design: 'randomised trial',
        students: 96,
        schools: 2,
        districts: 1,
        attrition: 'low',
      },
    ],
    adoptions: [
      {
        district: 'longBeach',
        by: 'Avery Stone',
        from: null,
        setting: 'middle',
        schools: 9,
        since: '2021-08-30',
        ...asItIs,
        result: {
          ...didNotSay,
          result: 'works',
          words: 'Sample: students answer in whole sentences by winter, and teachers ask for the coach.',
        },
      },
      {
        district: 'fresno',
        by: 'Taylor Fenn',
        from: 0,
        setting: 'elementary',
        schools: 6,
        since: '2024-08-12',
        changes: ['audience', 'language'],
        changed:
          'Sample: begun in grade 4, with goals in Spanish beside the English ones in dual-immersion classrooms.',
        why: 'Sample: most of our English learners are in elementary schools, and many read Spanish first.',
        result: {
          ...didNotSay,
          result: 'works',
          words: 'Sample: six schools go on with it; two more ask to begin.',
        },
      },
      {
        district: 'fresno',
        by: 'Taylor Fenn',
        from: 1,
        setting: 'middle',
        schools: 3,
        since: '2026-08-17',
        changes: ['staffing'],
        changed: 'Sample: a teacher of the grade in place of the coach, released for two hours a week.',
        why: 'Sample: our coaches are full until spring.',
        result: { ...didNotSay, result: 'too early', words: null },
      },
    ],
  },
  {
    by: 'Morgan Reyes-Hill',
    need: null,
    work: 'joint',
    practice: {
      district: 'longBeach',
      name: 'Sample: place into algebra by three signs',
      done: 'Grade 8 courses are chosen by a test of the district, the marks of two terms, and the teacher’s word, each with the same weight. No parent has to ask. Whoever is placed and falls behind gets a second period, not another course.',
      focusArea: 'mathematics',
      strategy: 'aligned-systems',
      measureId: 'math_dfs',
      groups: ['ALL', 'EL'],
      grades: ['6-8'],
      hours: 'One afternoon of the counselors in spring',
      people: 'A data analyst for a week',
      materials: 'The list of three signs, by school',
      link: null,
    },
    studies: [
      {
        ...study,
        citation: 'Sample study, invented: Placeholder (2018), placement rules in one county',
        design: 'correlational',
        students: 5120,
        districts: 4,
        baselineShown: false,
      },
    ],
    adoptions: [
      {
        district: 'longBeach',
        by: 'Morgan Reyes-Hill',
        from: null,
        setting: 'middle',
        schools: null,
        since: '2023-07-01',
        ...asItIs,
        result: {
          ...didNotSay,
          result: 'works',
          words: 'Sample: more students placed, as many pass as before.',
        },
      },
    ],
  },
  {
    by: 'Jordan Vale',
    need: null,
    work: null,
    practice: {
      district: 'fresno',
      name: 'Sample: Saturday bridge to algebra',
      done: 'Six Saturday mornings before grade 8, in small groups, on fractions and signed numbers. Breakfast and the bus are paid.',
      focusArea: 'mathematics',
      strategy: 'rigor',
      measureId: 'math_dfs',
      groups: ['SED'],
      grades: ['6-8'],
      hours: 'Six mornings of three hours',
      people: 'One teacher for twelve students',
      materials: 'A workbook',
      link: null,
    },
    studies: [
      {
        ...study,
        citation: 'Sample rationale, invented: why early practice with fractions should help',
        design: 'rationale',
        favourable: false,
        baselineShown: false,
      },
    ],
    adoptions: [
      {
        district: 'fresno',
        by: 'Jordan Vale',
        from: null,
        setting: 'beyond the day',
        schools: 4,
        since: '2023-07-10',
        ...asItIs,
        result: {
          result: 'did not work',
          group: 'SED',
          setting: 'beyond the day',
          reason: 'no time',
          words:
            'Sample: half of the seats stayed empty. Families work on Saturdays, and older brothers and sisters look after the small ones. Those who came liked it.',
        },
      },
    ],
  },
];
