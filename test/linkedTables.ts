import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Relation, Table, TableCell } from '../src/disclosure/table.ts';

/** What a made-up state looks like: its size, its grades, and the partitions of its students into groups. */
export type LinkedShape = {
  readonly districts: number;
  readonly schoolsPerDistrict: number;
  readonly grades: number;
  /** Shares of the groups, a partition each: race and ethnicity, English learners or not, and so on. */
  readonly partitions: readonly (readonly number[])[];
  readonly studentsPerSchool: number;
  readonly protect: number;
};

/** Seven groups of race and ethnicity; English learners; low income; disabilities. */
export const partitionsOfStudents: LinkedShape['partitions'] = [
  [0.52, 0.2, 0.11, 0.07, 0.05, 0.03, 0.02],
  [0.8, 0.2],
  [0.4, 0.6],
  [0.88, 0.12],
];

/**
 * A linked table of student counts: places (state, districts, schools) x grades x groups, every student counted in one
 * group of each partition. Counts of 1 to 10 are sensitive, zeros are published. Schools differ in size and districts
 * in their mix of groups, both skewed, as real ones do. The same seed makes the same table.
 */
export function linkedTables(shape: LinkedShape, seed: number): Table {
  const random = xoroshiro128plus(seed);
  const draw = () => uniformFloat64(random);
  const groups = ['all', ...shape.partitions.flatMap((shares, p) => shares.map((_, g) => `p${p}g${g}`))];
  const years = ['Tot', ...Array.from({ length: shape.grades }, (_, grade) => `${grade + 3}`)];
  const places: { id: string; parent: string | undefined }[] = [];
  if (shape.districts > 1) places.push({ id: 'STATE', parent: undefined });
  const counts = new Map<string, number>();
  const add = (id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);
  for (let d = 0; d < shape.districts; d++) {
    const district = `D${d}`;
    places.push({ id: district, parent: shape.districts > 1 ? 'STATE' : undefined });
    const mixes = shape.partitions.map((shares) => skewed(shares, draw));
    for (let s = 0; s < shape.schoolsPerDistrict; s++) {
      const school = `${district}S${s}`;
      places.push({ id: school, parent: district });
      const own = mixes.map((shares) => skewed(shares, draw));
      const students = Math.round(shape.studentsPerSchool * Math.exp(1.1 * (draw() + draw() - 1)));
      for (let student = 0; student < students; student++) {
        const grade = years[1 + Math.floor(draw() * shape.grades)] as string;
        const member = ['all', ...own.map((shares, p) => `p${p}g${pick(shares, draw())}`)];
        for (const place of shape.districts > 1 ? ['STATE', district, school] : [district, school])
          for (const year of ['Tot', grade]) for (const group of member) add(`${place}|${year}|${group}`);
      }
    }
  }
  return asTable(shape, places, years, groups, counts);
}

function asTable(
  shape: LinkedShape,
  places: readonly { id: string; parent: string | undefined }[],
  years: readonly string[],
  groups: readonly string[],
  counts: ReadonlyMap<string, number>,
): Table {
  const ids = places.flatMap(({ id }) =>
    years.flatMap((year) => groups.map((group) => `${id}|${year}|${group}`)),
  );
  const index = new Map(ids.map((id, place) => [id, place]));
  const term = (id: string, coefficient: number) => [index.get(id) as number, coefficient] as const;
  const sum = (total: string, parts: readonly string[]): Relation => ({
    rhs: 0,
    terms: [term(total, -1), ...parts.map((part) => term(part, 1))],
  });
  const relations: Relation[] = [];
  for (const { id } of places) {
    for (const group of groups)
      relations.push(
        sum(
          `${id}|Tot|${group}`,
          years.slice(1).map((year) => `${id}|${year}|${group}`),
        ),
      );
    for (const year of years)
      shape.partitions.forEach((shares, p) =>
        relations.push(
          sum(
            `${id}|${year}|all`,
            shares.map((_, g) => `${id}|${year}|p${p}g${g}`),
          ),
        ),
      );
    const children = places.filter(({ parent }) => parent === id);
    if (children.length === 0) continue;
    for (const year of years)
      for (const group of groups)
        relations.push(
          sum(
            `${id}|${year}|${group}`,
            children.map((child) => `${child.id}|${year}|${group}`),
          ),
        );
  }
  return {
    cells: ids.map((id) => countCell(id, counts.get(id) ?? 0, shape.protect)),
    relations,
    objective: 'value',
    integer: false,
  };
}

function countCell(id: string, value: number, protect: number): TableCell {
  const status = value === 0 ? 'fixed' : value <= 10 ? 'sensitive' : 'safe';
  const [protectLower, protectUpper] = status === 'sensitive' ? [Math.min(protect, value), protect] : [0, 0];
  const upper = Number.POSITIVE_INFINITY;
  return { id, value, weight: value, status, lower: 0, upper, protectLower, protectUpper, protectWidth: 0 };
}

/** Shares moved at random, mostly a little, now and then much. */
function skewed(shares: readonly number[], draw: () => number): number[] {
  const moved = shares.map((share) => share * Math.exp(1.6 * (draw() + draw() - 1)));
  const total = moved.reduce((sum, share) => sum + share, 0);
  return moved.map((share) => share / total);
}

function pick(shares: readonly number[], at: number): number {
  let sum = 0;
  for (let index = 0; index < shares.length; index++) {
    sum += shares[index] as number;
    if (at < sum) return index;
  }
  return shares.length - 1;
}
