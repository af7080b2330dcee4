import type { Pack } from '../../vocabulary/pack.ts';

/** The few numbers a pack begins with; `students` of all districts in their newest common way of counting. */
export function packTally(pack: Pack) {
  const enrolled = pack.context.filter(({ group }) => group.code === 'ALL');
  const students = enrolled.reduce(
    (sum, { figure }) => sum + (figure.seen === 'shown' ? (figure.n ?? 0) : 0),
    0,
  );
  const paces = pack.benchmarks.flatMap(({ districts }) => districts.flatMap(({ pace }) => pace ?? []));
  const commitments = pack.commitments ?? [];
  return {
    students,
    year: enrolled[0]?.figure.schoolYear ?? null,
    paces: paces.length,
    onPace: paces.filter(({ status }) => status === 'on pace' || status === 'met').length,
    /** Dropped ones too: a promise that is let go is not kept. */
    promises: commitments.length,
    done: commitments.filter(({ status }) => status === 'done').length,
    overdue: commitments.filter(({ isOverdue }) => isOverdue).length,
  };
}
