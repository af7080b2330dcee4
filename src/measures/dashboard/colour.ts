import { clampChangeLevel } from './clampChangeLevel.ts';
import type { ColourCode, Indicator, Level } from './indicator.ts';
import { grids } from './rules2024.ts';

/**
 * The state's colour code for a status level and an unclamped or clamped change level of `students` students in
 * the current year; 0 where the grid has no colour. Whether a colour may be shown at all: `mayShowColour`.
 */
export function colour(indicator: Indicator, status: Level, change: Level, students: number): ColourCode {
  const row = grids[indicator][5 - status];
  return row?.[clampChangeLevel(indicator, change, students) - 1] ?? 0;
}
