import type { Indicator, Level } from './indicator.ts';
import { smallDenominator } from './rules2024.ts';

/** Whether the indicator has only three change levels with so few students in the current year. */
export function isSmallDenominator(indicator: Indicator, students: number): boolean {
  const clamped: readonly Indicator[] = smallDenominator.indicators;
  return students < smallDenominator.below && clamped.includes(indicator);
}

/** The change level that chooses the colour: 2 to 4 where the denominator is small. */
export function clampChangeLevel(indicator: Indicator, level: Level, students: number): Level {
  if (!isSmallDenominator(indicator, students)) return level;
  return Math.min(4, Math.max(2, level)) as Level;
}

/** The change level as it is published: clamped, except for graduation, which prints it unclamped. */
export function publishedChangeLevel(indicator: Indicator, level: Level, students: number): Level {
  return indicator === 'GRAD' ? level : clampChangeLevel(indicator, level, students);
}
