/**
 * What districts are compared on, in the order of their profiles. Outcomes are not among them: similar on students,
 * judged on progress. `size` is a logarithm of students; every other factor is a share of students from 0 to 1.
 * A caution travels with its factor wherever the factor decides something.
 */
export const similarityFactors = [
  { id: 'size', name: 'Size', group: null, caution: null },
  { id: 'english_learners', name: 'English learners', group: 'EL', caution: null },
  {
    id: 'socioeconomically_disadvantaged',
    name: 'Socioeconomically disadvantaged students',
    group: 'SED',
    caution: null,
  },
  { id: 'students_with_disabilities', name: 'Students with disabilities', group: 'SWD', caution: null },
  { id: 'foster_youth', name: 'Foster youth', group: 'FOS', caution: null },
  {
    id: 'homeless',
    name: 'Homeless students',
    group: 'HOM',
    caution:
      'How many students a district records as homeless depends on how it asks: a low count may mean a form that nobody hands out.',
  },
  { id: 'african_american', name: 'African American students', group: 'AA', caution: null },
  { id: 'asian', name: 'Asian students', group: 'AS', caution: null },
  { id: 'filipino', name: 'Filipino students', group: 'FI', caution: null },
  { id: 'hispanic', name: 'Hispanic or Latino students', group: 'HI', caution: null },
  { id: 'white', name: 'White students', group: 'WH', caution: null },
  { id: 'two_or_more_races', name: 'Students of two or more races', group: 'MR', caution: null },
  { id: 'grades_9_to_12', name: 'Grades 9 to 12', group: null, caution: null },
] as const;

export type SimilarityFactor = (typeof similarityFactors)[number];
export type SimilarityFactorId = SimilarityFactor['id'];

const byId = new Map<string, SimilarityFactor>(similarityFactors.map((factor) => [factor.id, factor]));

/** The factor with this id, or undefined when districts are not compared on it. */
export function findSimilarityFactor(id: string): SimilarityFactor | undefined {
  return byId.get(id);
}
