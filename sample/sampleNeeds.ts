import type { FocusAreaId } from '../src/vocabulary/partnership.ts';
import type { StudentGroupCode } from '../src/vocabulary/studentGroup.ts';
import type { CitedDistrict } from './citedDistricts.ts';

/** A need of the sample; the figures it stands on are the sample's, the words are invented. */
export type SampleNeed = {
  readonly district: CitedDistrict;
  readonly measure: string;
  readonly group: StudentGroupCode;
  readonly focusArea: FocusAreaId;
  readonly wording: string;
  /** Who confirms and owns it: somebody of the sample's people. */
  readonly owner: string;
  /** Why it is a need where the figures do not call it one. */
  readonly words: string;
};

/** What a district of the sample offers in the term under way and the next. */
export type SampleCapacity = {
  readonly district: CitedDistrict;
  readonly focusArea: FocusAreaId;
  /** By term: the one under way first. */
  readonly terms: readonly { readonly visits: number; readonly hours: number }[];
  /** Somebody of the sample's people, or a person without an account. */
  readonly contact: string | { readonly name: string; readonly email: string };
  readonly words: string;
};

/** Needs of both sides, invented for show: neither district has said any of it. */
export const sampleNeeds: readonly SampleNeed[] = [
  need('fresno', 'math_dfs', 'WH', 'mathematics', 'Jordan Vale', {
    wording: 'Sample: see how grade 8 is taught where students like ours move on faster',
  }),
  need('fresno', 'ela_dfs', 'WH', 'college-career', 'Sam Ortega-Lind', {
    wording: 'Sample: hear how schools plan reading across subjects from grade 6 on',
  }),
  need('fresno', 'ela_dfs', 'EL', 'english-learners', 'Taylor Fenn', {
    wording: 'Sample: more reading and writing for English learners in every subject',
  }),
  need('longBeach', 'ela_dfs', 'ELO', 'english-learners', 'Avery Stone', {
    wording: 'Sample: place newcomers by what they can read, not by when they came',
  }),
  need('longBeach', 'math_dfs', 'SWD', 'mathematics', 'Morgan Reyes-Hill', {
    wording: 'Sample: co-teaching in mathematics that both teachers have planned',
    words: 'Sample: as expected is still far below the standard',
  }),
];

/** Capacity of both sides, invented for show. */
export const sampleCapacity: readonly SampleCapacity[] = [
  {
    district: 'longBeach',
    focusArea: 'mathematics',
    terms: [
      { visits: 0, hours: 4 },
      { visits: 2, hours: 6 },
    ],
    contact: 'Morgan Reyes-Hill',
    words: 'Sample: Tuesdays suit us best',
  },
  {
    district: 'longBeach',
    focusArea: 'college-career',
    terms: [
      { visits: 0, hours: 0 },
      { visits: 1, hours: 0 },
    ],
    contact: { name: 'Jules Sample', email: 'jules.sample@longbeach.example' },
    words: 'Sample: counselors of two high schools',
  },
  {
    district: 'fresno',
    focusArea: 'english-learners',
    terms: [
      { visits: 1, hours: 3 },
      { visits: 2, hours: 3 },
    ],
    contact: 'Taylor Fenn',
    words: 'Sample: dual-immersion schools, and the team that reclassifies',
  },
];

/** What one district of the sample asks the other about its first need, in the term after the one under way. */
export const sampleAsk = {
  of: 'longBeach',
  asker: 'Jordan Vale',
  words: 'Sample: could two of our coaches sit in on grade 8 for a day and talk with the teachers after?',
} as const;

function need(
  district: CitedDistrict,
  measure: string,
  group: StudentGroupCode,
  focusArea: FocusAreaId,
  owner: string,
  {
    wording,
    words = 'Sample: our own evidence shows it',
  }: { readonly wording: string; readonly words?: string },
): SampleNeed {
  return { district, measure, group, focusArea, owner, wording, words };
}
