import { citedDistricts } from './citedDistricts.ts';

/** The claim of the sample in the words of the form; the question is the partnership's own of 2008. */
export const sampleClaim = {
  question: 'Did the yearly gain on the state’s index change once the two districts worked together?',
  evidence:
    'Sample: it sped up if the gain rose by two points a year or more beside like districts and few placebos did as well; it did not if the interval holds no change that large.',
  outcome: { measureId: 'api_growth', group: 'ALL', taken: 'gain' },
  treated: [citedDistricts.fresno.cds, citedDistricts.longBeach.cds],
  firstYear: 2004,
  /** The first full school year after the agreement of January 2008. */
  firstTreatedYear: 2009,
  lastYear: 2013,
  method: 'sdid',
  donors: { kind: 'students', least: 2000, unifiedOnly: true },
  smallestThatMatters: '2',
} as const;

export type SampleInitiative = {
  readonly name: string;
  readonly fromYear: number;
  readonly toYear: number | null;
  /** Where it ran; none when in the whole state. */
  readonly districts: readonly (keyof typeof citedDistricts)[];
  readonly words: string;
  readonly source: string;
};

/** Reforms that ran beside the real partnership, as public sources tell of them. */
export const sampleInitiatives: readonly SampleInitiative[] = [
  {
    name: 'UC Merced data partnership',
    fromYear: 2009,
    toYear: null,
    districts: ['fresno'],
    words:
      'Fresno Unified and the University of California, Merced: university staff in the district’s own office compare data with its people.',
    source: 'UC Merced news and Fresno Bee, 2016',
  },
  {
    name: 'CORE districts',
    fromYear: 2010,
    toYear: null,
    districts: ['fresno', 'longBeach'],
    words:
      'California Office to Reform Education: several large districts work together; from 2013 under a federal waiver with yearly peer review.',
    source: 'coredistricts.org, “History”; Cabinet Report, 8 August 2013; EdSource, 2016',
  },
  {
    name: 'Local Control Funding Formula',
    fromYear: 2013,
    toYear: null,
    districts: [],
    words: 'The state’s new school funding: more money for disadvantaged students and more say over it.',
    source: 'California Education Code, section 42238.02 (2013)',
  },
];
