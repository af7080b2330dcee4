/** All schools of a district together. */
export const wholeDistrict = '00000000000000';

export type Place = { readonly district: string; readonly school: string };

/** What one student adds to a place's slices. Sums are whole ten-thousandths. */
export type Contribution = {
  readonly at: Place;
  /** As counts name it; null counts in `all` only. */
  readonly grade: string | null;
  readonly groups: readonly string[];
  readonly n: number;
  readonly numerator?: number;
  readonly sum?: number;
  readonly denominator?: number;
  readonly expected?: number;
  readonly tested?: number;
};

export type Slice = {
  readonly n: number;
  readonly numerator: number | null;
  readonly sum: number | null;
  readonly denominator: number | null;
};

export type Totalling = {
  readonly kind: 'rate' | 'mean' | 'ratio';
  /** Points of a record for a student who was not tested, and spans of grades counted besides. */
  readonly penalty?: number;
  readonly span?: { readonly name: string; readonly grades: readonly string[] };
  readonly hidden: ReadonlySet<string>;
};

/** Adds contributions up to slices, keyed `district school grade group`; those of nobody are left out. */
export function tally(contributions: Iterable<Contribution>, how: Totalling): Map<string, Slice> {
  const sums = new Map<string, { n: number; top: number; sum: number; below: number; penalties: number[] }>();
  for (const one of contributions) {
    const grades = one.grade === null ? ['all'] : ['all', one.grade];
    if (one.grade !== null && how.span?.grades.includes(one.grade)) grades.push(how.span.name);
    for (const grade of grades) {
      for (const group of new Set(['ALL', ...one.groups])) {
        if (how.hidden.has(group)) continue;
        const key = `${one.at.district} ${one.at.school} ${grade} ${group}`;
        const slice = sums.get(key) ?? { n: 0, top: 0, sum: 0, below: 0, penalties: [0, 0] };
        sums.set(key, slice);
        slice.n += one.n;
        slice.top += one.numerator ?? 0;
        slice.sum += one.sum ?? 0;
        slice.below += one.denominator ?? 0;
        slice.penalties[0] = (slice.penalties[0] ?? 0) + (one.expected ?? 0);
        slice.penalties[1] = (slice.penalties[1] ?? 0) + (one.tested ?? 0);
      }
    }
  }
  const slices = new Map<string, Slice>();
  for (const [key, { n, top, sum, below, penalties }] of sums) {
    const [expected = 0, tested = 0] = penalties;
    const records = how.kind === 'mean' ? Math.max(0, Math.ceil((945 * expected) / 1000) - tested) : 0;
    if (n + records === 0) continue;
    slices.set(key, {
      n: n + records,
      numerator: how.kind === 'rate' ? top : null,
      sum: how.kind === 'rate' ? null : sum + records * (how.penalty ?? 0) * 10_000,
      denominator: how.kind === 'ratio' ? below : null,
    });
  }
  return slices;
}
