import type { Figure } from '../../vocabulary/cell.ts';
import type { OutcomePoint } from './fitExpectations.ts';
import type { OutcomeFigure } from './outcomeLines.ts';

/** Fewest students behind a figure that is judged. */
export const fewestStudents = 11;

/** The shown figures as points with their sampling variance; those without one, and of fewer than 11 students, are left out. */
export function pointsOf(
  figures: readonly OutcomeFigure[],
  variance: (figure: Figure) => number | null,
): OutcomePoint[] {
  return figures.flatMap(({ district, year, n, numerator, value }) => {
    if (value === null || n === null || n < fewestStudents) return [];
    const known = variance({ seen: 'shown', n, numerator, value });
    return known === null || known <= 0 ? [] : [{ district, year, value: Number(value), variance: known }];
  });
}
