/** A school and what California's rank of it was made from. */
export type RankedSchool = {
  /** School Characteristics Index: what the state expected of a school with such students. */
  readonly characteristics: number;
  /** Academic Performance Index. */
  readonly performance: number;
};

export type SimilarSchoolsRank = {
  readonly ok: true /** 1 to 10, in the order given. */;
  readonly ranks: readonly number[];
};

export type SimilarSchoolsRefusal = {
  readonly ok: false;
  readonly reason: 'fewer than 101 schools of the type';
};

const comparisons = 100;

/**
 * California's Similar Schools Rank of 1999 to 2012 for the schools of one type (elementary, middle or high): each is
 * compared with the 100 whose characteristics index is nearest in order, 50 on either side, or more on one side at the
 * ends of the list; equal indexes stand in the order of performance. The rank is one more than the tenths of the hundred
 * that are below, an equal one counting half, and at most 10. Required by the state's Education Code, section 52056(a);
 * the window is the California Department of Education's, and that an equal one counts half was found by comparing with
 * the ranks it published. Kept to hold our own way against it: its index is fitted to results, so that it partly
 * forgives what it should show, and it ranks, which Tandem does not.
 *
 * Throws a RangeError on a number that is not finite.
 */
export function similarSchoolsRank(
  schools: readonly RankedSchool[],
): SimilarSchoolsRank | SimilarSchoolsRefusal {
  for (const { characteristics, performance } of schools)
    if (!Number.isFinite(characteristics) || !Number.isFinite(performance))
      throw new RangeError('a school has an index of characteristics and one of performance');
  if (schools.length <= comparisons) return { ok: false, reason: 'fewer than 101 schools of the type' };
  const order = [...schools.keys()].sort((a, b) => {
    const [one, other] = [schools[a] as RankedSchool, schools[b] as RankedSchool];
    return one.characteristics - other.characteristics || one.performance - other.performance || a - b;
  });
  const ranks = schools.map(() => 0);
  for (const [position, school] of order.entries()) {
    const first = Math.min(Math.max(position - comparisons / 2, 0), order.length - 1 - comparisons);
    const own = (schools[school] as RankedSchool).performance;
    let below = 0;
    for (let other = first; other <= first + comparisons; other++) {
      const { performance } = schools[order[other] as number] as RankedSchool;
      if (other !== position) below += performance < own ? 1 : performance === own ? 0.5 : 0;
    }
    ranks[school] = Math.min(10, Math.floor(below / 10) + 1);
  }
  return { ok: true, ranks };
}
