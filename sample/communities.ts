/** The race groups in the order of every array over race here. */
export const races = [
  'african_american',
  'american_indian_alaska_native',
  'asian',
  'filipino',
  'hispanic_latino',
  'pacific_islander',
  'white',
  'two_or_more_races',
  'race_not_reported',
] as const;

/**
 * Who lives in a kind of place: percent by race (in the order of `races`), and the shares of students who are
 * socioeconomically disadvantaged, current English learners, homeless, foster youth and migrant.
 */
export type Community = {
  readonly races: readonly number[];
  readonly disadvantaged: number;
  readonly englishLearners: number;
  readonly homeless: number;
  readonly foster: number;
  readonly migrant: number;
};

/** Six kinds of Californian community: invented mixtures, near enough to real ones to have similar districts. */
export const communities = {
  valleyCity: {
    races: [7, 0.8, 10, 0.7, 66, 0.4, 11, 3.4, 0.7],
    disadvantaged: 0.83,
    englishLearners: 0.2,
    homeless: 0.02,
    foster: 0.012,
    migrant: 0.02,
  },
  portCity: {
    races: [12, 0.3, 8, 3.5, 56, 1, 14, 4.5, 0.7],
    disadvantaged: 0.66,
    englishLearners: 0.18,
    homeless: 0.07,
    foster: 0.01,
    migrant: 0.002,
  },
  farmTown: {
    races: [0.8, 0.5, 1.5, 0.8, 84, 0.1, 10, 1.5, 0.8],
    disadvantaged: 0.85,
    englishLearners: 0.33,
    homeless: 0.05,
    foster: 0.006,
    migrant: 0.08,
  },
  suburb: {
    races: [4, 0.3, 11, 3, 34, 0.4, 38, 7.5, 1.8],
    disadvantaged: 0.37,
    englishLearners: 0.1,
    homeless: 0.02,
    foster: 0.005,
    migrant: 0.001,
  },
  bayside: {
    races: [2, 0.2, 46, 5, 18, 0.4, 19, 7.5, 1.9],
    disadvantaged: 0.28,
    englishLearners: 0.15,
    homeless: 0.01,
    foster: 0.002,
    migrant: 0.001,
  },
  foothill: {
    races: [1, 4, 1.5, 0.7, 23, 0.3, 61, 6.5, 2],
    disadvantaged: 0.55,
    englishLearners: 0.06,
    homeless: 0.05,
    foster: 0.011,
    migrant: 0.004,
  },
} as const satisfies Record<string, Community>;

export type CommunityKind = keyof typeof communities;

/** The two cited districts' own mixtures, rounded from their published suspension denominators of 2023-24. */
export const citedCommunities = {
  fresno: {
    races: [7.9, 0.7, 10.5, 0.3, 69.1, 0.5, 7.8, 3.2, 0.02],
    disadvantaged: 0.875,
    englishLearners: 0.209,
    homeless: 0.015,
    foster: 0.013,
    migrant: 0.019,
  },
  longBeach: {
    races: [12.6, 0.1, 6.9, 3.1, 59.2, 1, 11.7, 5.4, 0.02],
    disadvantaged: 0.642,
    englishLearners: 0.176,
    homeless: 0.087,
    foster: 0.01,
    migrant: 0.001,
  },
} as const satisfies Record<string, Community>;
