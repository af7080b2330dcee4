import type { FigureSlice } from './publicFigure.ts';

/** Another figure of the vault that goes by the same name elsewhere. */
export type Neighbour = {
  readonly id: string;
  /** Goes on after "The vault's figure". */
  readonly phrase: string;
  readonly why: string;
  /** Whether it stands for one group alone; else it would hold for every group of the measure. */
  readonly ofGroup: boolean;
  readonly of: (slice: FigureSlice) => FigureSlice | undefined;
};

/** Measures of one name in the state's files that count differently. */
const measures: readonly (readonly [string, string, string, string])[] = [
  [
    'suspension',
    'suspension_any',
    'of suspensions of any length',
    'DataQuest counts every suspended student, the Dashboard those with a full day or more in all.',
  ],
  [
    'suspension_any',
    'suspension',
    'of suspensions of a full day or more',
    'The Dashboard counts students with a full day or more in all, DataQuest every suspended student.',
  ],
  [
    'acgr',
    'grad_dashboard',
    'with fifth-year graduates',
    'The Dashboard’s rate combines four- and five-year graduates; the cohort rate is of four years.',
  ],
  [
    'grad_dashboard',
    'acgr',
    'of four years alone',
    'The cohort rate is of four years; the Dashboard’s combines four- and five-year graduates.',
  ],
  [
    'ag_of_grads',
    'ag_of_cohort',
    'as a share of the whole cohort',
    'LCAP divides by the cohort, the state’s file by the graduates.',
  ],
  [
    'ag_of_cohort',
    'ag_of_grads',
    'as a share of the graduates',
    'The state’s file divides by the graduates, LCAP by the cohort.',
  ],
  [
    'reclass_rate_dataquest',
    'reclass_rate_calpads',
    'by the CALPADS 2.16 form',
    'CALPADS counts from July to June, DataQuest from Census Day to Census Day over the earlier year’s learners.',
  ],
  [
    'reclass_rate_calpads',
    'reclass_rate_dataquest',
    'by the DataQuest form',
    'DataQuest counts from Census Day to Census Day over the earlier year’s learners, CALPADS from July to June.',
  ],
  [
    'ltel_pct_dashboard',
    'ltel_pct_ec3131',
    'by Education Code 313.1',
    'Two definitions are called long-term English learner: 7 years (Dashboard), or 6 and no progress (Education Code).',
  ],
  [
    'ltel_pct_ec3131',
    'ltel_pct_dashboard',
    'by the Dashboard’s 7 years',
    'Two definitions are called long-term English learner: 7 years (Dashboard), or 6 and no progress (Education Code).',
  ],
];

const groups: readonly (readonly [string, string, string, string])[] = [
  [
    'EL',
    'ELO',
    'of English learners only, without the reclassified',
    'The Dashboard’s English learners take in those reclassified up to four years ago; other files do not.',
  ],
  [
    'EL',
    'EVER',
    'of all who ever were English learners',
    'Some files count every reclassified student with the English learners.',
  ],
  [
    'ELO',
    'EL',
    'of English learners with the recently reclassified',
    'The Dashboard’s English learners take in those reclassified up to four years ago.',
  ],
  [
    'LTEL',
    'LTEL6',
    'of long-term English learners by Education Code 313.1',
    'Two definitions are called long-term English learner.',
  ],
  [
    'LTEL6',
    'LTEL',
    'of long-term English learners by the Dashboard’s 7 years',
    'Two definitions are called long-term English learner.',
  ],
];

/** Every other figure of the vault that the published one may be. */
export const neighbours: readonly Neighbour[] = [
  ...measures.map(
    ([from, measure, phrase, why]): Neighbour => ({
      id: `measure ${measure}`,
      phrase,
      why,
      ofGroup: false,
      of: (slice) => (slice.measure === from ? { ...slice, measure } : undefined),
    }),
  ),
  {
    id: 'grade TK-8',
    phrase: 'of TK to grade 8',
    why: 'The Dashboard counts chronic absence to grade 8, DataQuest in all grades.',
    ofGroup: false,
    of: (slice) =>
      slice.measure === 'chronic_absence' && slice.grade === 'all' ? { ...slice, grade: 'TK-8' } : undefined,
  },
  {
    id: 'grade all',
    phrase: 'of all grades',
    why: 'DataQuest counts chronic absence in all grades, the Dashboard to grade 8.',
    ofGroup: false,
    of: (slice) =>
      slice.measure === 'chronic_absence' && slice.grade === 'TK-8' ? { ...slice, grade: 'all' } : undefined,
  },
  ...groups.map(
    ([from, group, phrase, why]): Neighbour => ({
      id: `group ${group}`,
      phrase,
      why,
      ofGroup: true,
      of: (slice) => (slice.group === from ? { ...slice, group } : undefined),
    }),
  ),
];

/** The measure itself and those it may be taken for: what must be counted to try its neighbours. */
export function measuresBeside(measure: string): readonly string[] {
  return [measure, ...measures.filter(([from]) => from === measure).map(([, other]) => other)];
}
