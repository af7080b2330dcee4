import type { Figure } from '../../vocabulary/cell.ts';
import type { Grade } from '../../vocabulary/grade.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import type { SourcedFigure } from './figureRow.ts';

/** Figures of one place by measure, group, grade and year. */
export type Figures = {
  readonly find: (
    measure: string,
    group: StudentGroupCode,
    year: number,
    grade?: Grade,
  ) => SourcedFigure | undefined;
  /** The school years of a measure that have a cell, oldest first. */
  readonly years: (measure: string) => readonly number[];
  /** The newest figure of a slice that is shown. */
  readonly newestShown: (measure: string, group: StudentGroupCode, grade?: Grade) => ShownFigure | undefined;
  readonly groups: (measure: string) => ReadonlySet<StudentGroupCode>;
  readonly measures: ReadonlySet<string>;
};

export type ShownFigure = SourcedFigure & { readonly figure: Extract<Figure, { seen: 'shown' }> };

export function isShown(sourced: SourcedFigure | undefined): sourced is ShownFigure {
  return sourced?.figure.seen === 'shown';
}

/** Indexes a place's figures. Where several grades exist, `all` is meant unless a grade is asked for. */
export function indexFigures(all: readonly SourcedFigure[]): Figures {
  const key = (measure: string, group: string, year: number, grade: string) =>
    `${measure} ${group} ${year} ${grade}`;
  const byKey = new Map<string, SourcedFigure>();
  const years = new Map<string, Set<number>>();
  const groups = new Map<string, Set<StudentGroupCode>>();
  for (const sourced of all) {
    const { measure, group, schoolYear, grade } = sourced.subject;
    byKey.set(key(measure, group, schoolYear, grade), sourced);
    if (!years.has(measure)) years.set(measure, new Set());
    if (!groups.has(measure)) groups.set(measure, new Set());
    years.get(measure)?.add(schoolYear);
    groups.get(measure)?.add(group);
  }
  const sortedYears = new Map([...years].map(([measure, set]) => [measure, [...set].sort((a, b) => a - b)]));
  const find: Figures['find'] = (measure, group, year, grade = 'all') =>
    byKey.get(key(measure, group, year, grade));
  return {
    find,
    years: (measure) => sortedYears.get(measure) ?? [],
    newestShown: (measure, group, grade) =>
      (sortedYears.get(measure) ?? []).map((year) => find(measure, group, year, grade)).findLast(isShown),
    groups: (measure) => groups.get(measure) ?? new Set(),
    measures: new Set(years.keys()),
  };
}
