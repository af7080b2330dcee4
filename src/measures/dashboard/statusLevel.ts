import type { Level, Yardstick } from './indicator.ts';
import { statusFrom, statusUpTo } from './rules2024.ts';

/**
 * The level, 1 worst to 5 best, of a status rounded to one decimal as the Dashboard publishes it (percent, or
 * points from the standard). Comparisons are exact: the cuts and a one-decimal status are the same doubles.
 */
export function statusLevel(yardstick: Yardstick, status: number): Level {
  const { indicator } = yardstick;
  if (indicator === 'CHRO' || indicator === 'SUSP') {
    const cuts = statusUpTo[indicator === 'SUSP' ? yardstick.schoolType : indicator];
    return (1 + cuts.filter((cut) => status <= cut).length) as Level;
  }
  const highSchool = (indicator === 'ELA' || indicator === 'MATH') && yardstick.highSchoolCutPoints;
  const cuts = statusFrom[highSchool ? (`${indicator} high school` as const) : indicator];
  return (1 + cuts.filter((cut) => status >= cut).length) as Level;
}
