import { z } from 'zod';
import type { Figure, Subject, WithheldReason } from '../../vocabulary/cell.ts';
import type { Grade } from '../../vocabulary/grade.ts';
import { schoolYear } from '../../vocabulary/schoolYear.ts';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';

/** A row of `cell` as it is selected. */
export const CellRow = z.object({
  school_id: z.string(),
  measure_id: z.string(),
  school_year: z.number(),
  grade: z.string(),
  student_group: z.string(),
  source_id: z.string(),
  seen: z.enum(['shown', 'coded', 'suppressed']),
  n: z.number().nullable(),
  numerator: z.number().nullable(),
  value: z.string().nullable(),
  words: z.string().nullable(),
});

/** A figure with what it is about and the source that gives it. */
export type SourcedFigure = {
  readonly schoolId: string;
  readonly subject: Subject;
  readonly figure: Figure;
  readonly sourceId: string;
};

/** The school_id of a district as a whole. */
export const wholeDistrict = '00000000-0000-0000-0000-000000000000';

/** The table's own checks hold its columns together, so that the union is rebuilt without loss. */
export function figureOfRow(row: z.infer<typeof CellRow>): SourcedFigure {
  return {
    schoolId: row.school_id,
    subject: {
      measure: row.measure_id,
      schoolYear: schoolYear(row.school_year),
      grade: row.grade as Grade,
      group: row.student_group as StudentGroupCode,
    },
    figure: unionOf(row),
    sourceId: row.source_id,
  };
}

function unionOf(row: z.infer<typeof CellRow>): Figure {
  switch (row.seen) {
    case 'shown':
      return { seen: 'shown', n: row.n, numerator: row.numerator, value: row.value ?? '' };
    case 'coded':
      return { seen: 'coded', n: row.n, text: row.words ?? '' };
    case 'suppressed':
      return { seen: 'suppressed', n: row.n, reason: (row.words ?? 'not reported') as WithheldReason };
  }
}
