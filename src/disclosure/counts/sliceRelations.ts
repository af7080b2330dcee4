import { gradesOfSpan, gradeSpans, singleGrades } from '../../vocabulary/grade.ts';
import { type Slice, sliceKey } from './countedTable.ts';
import { groupRelations } from './groupRelations.ts';

/** Slices that make up another one; by their places in the list of slices. Not exact: somebody may be left. */
export type SliceRelation = {
  readonly name: string;
  readonly whole: number;
  readonly parts: readonly number[];
  readonly exact: boolean;
};

/**
 * How the slices of one measure and year add up, from their coordinates alone: groups to all students, grades to spans
 * and to all grades, schools to the district. Vault, hub and whoever verifies call this one function, so that no file
 * tells which relations hold. A slice that is not there counts nobody, unless all parts of a whole are not there: then
 * that detail is not told at all, as it is where a whole is not there.
 */
export function sliceRelations(slices: readonly Slice[], district: string): readonly SliceRelation[] {
  const at = new Map(slices.map((slice, place) => [sliceKey(slice), place]));
  const groups = new Set(slices.map(({ group }) => group));
  const grades = new Set(slices.map(({ grade }) => grade));
  const schools = [...new Set(slices.map(({ place }) => place))].filter((place) => place !== district);
  const ways = groupRelations(groups);
  const spans = gradeSpans
    .filter((span) => grades.has(span))
    .map((span) => ({ span, parts: span === 'all' ? singleGrades : gradesOfSpan(span) }))
    .filter(({ parts }) => parts.some((grade) => grades.has(grade)));
  const relations: SliceRelation[] = [];
  const add = (name: string, whole: number, parts: readonly Slice[], exact: boolean) => {
    const found = parts.flatMap((part) => at.get(sliceKey(part)) ?? []);
    if (found.length > 0) relations.push({ name, whole, parts: found, exact });
  };
  slices.forEach((slice, whole) => {
    for (const way of ways)
      if (slice.group === way.whole)
        add(
          way.name,
          whole,
          way.parts.map((group) => ({ ...slice, group })),
          way.exact,
        );
    for (const { span, parts } of spans)
      if (slice.grade === span)
        add(
          `grades of ${span}`,
          whole,
          parts.map((grade) => ({ ...slice, grade })),
          true,
        );
    if (slice.place === district && schools.length > 0)
      add(
        'schools',
        whole,
        schools.map((place) => ({ ...slice, place })),
        true,
      );
  });
  return relations;
}
