import type { ChoiceId, LevelId } from '../src/hub/reviews/reviewWords.ts';

/** The rhythm of the sample's reviews; `startsIn` counts days from the day the sample is loaded. */
export const sampleCadences: readonly {
  readonly level: LevelId;
  readonly weeks: number;
  readonly startsIn: number;
}[] = [
  { level: 'sponsors', weeks: 13, startsIn: -127 },
  { level: 'coordinators', weeks: 2, startsIn: 5 },
];

/** The review of the sample that was held: invented for show. Neither district has said or decided any of it. */
export const sampleReview = {
  title: 'Sample: quarterly review, fall',
  level: 'sponsors',
  plannedIn: -36,
  sealedIn: -34,
  signedIn: { first: -33, second: -31 },
  periodFrom: -127,
  periodUntil: -37,
  signDays: 21,
  items: [
    'Sample: who tells the two boards about the algebra rule, and in which order',
    'Sample: visits in the weeks of state testing',
  ],
} as const;

export const sampleNextReview = {
  title: 'Sample: quarterly review, winter',
  level: 'sponsors',
  plannedIn: 55,
  periodFrom: -36,
  periodUntil: 54,
  items: ['Sample: is the review protocol used in all six pilot schools'],
} as const;

type SampleDecision = {
  readonly about: 'benchmark' | 'engagement';
  /** The engagement's title, or the benchmark's measure and group. */
  readonly of: string | readonly [measure: string, group: string];
  readonly choice: ChoiceId;
  readonly reason: string;
  readonly words: string;
  readonly proposer: string;
  readonly answerer: string;
  readonly answer: string;
  readonly decidedIn: number;
};

export const sampleDecisions: readonly SampleDecision[] = [
  {
    about: 'engagement',
    of: 'Reclassification in grades 4 and 5',
    choice: 'continue',
    reason: 'too early',
    words: 'Sample: six schools have begun; a year of results is needed before anybody can say more.',
    proposer: 'Robin Alder',
    answerer: 'Casey Brook',
    answer: 'Sample: agreed; we keep the two days of visits a term.',
    decidedIn: -30,
  },
  {
    about: 'benchmark',
    of: ['ag_of_grads', 'ALL'],
    choice: 'adapt',
    reason: 'off pace',
    words:
      'Sample: look at the first course that students fail, in grade 9, before any other; Long Beach shows how.',
    proposer: 'Casey Brook',
    answerer: 'Robin Alder',
    answer: 'Sample: agreed.',
    decidedIn: -30,
  },
];

/** What both consented to say in public, after a preview of a week. */
export const sampleStatement = {
  part: 'fact-sheet',
  openedIn: -29,
  previewUntil: -22,
  openedBy: 'Jordan Vale',
  consents: [
    { by: 'Robin Alder', in: -27 },
    { by: 'Casey Brook', in: -24 },
  ],
} as const;
