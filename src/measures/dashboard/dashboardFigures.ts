import { changeLevel } from './changeLevel.ts';
import { publishedChangeLevel } from './clampChangeLevel.ts';
import { colour } from './colour.ts';
import type { DashboardRow } from './dashboardRow.ts';
import type { ColourCode } from './indicator.ts';
import { mayShowColour } from './mayShowColour.ts';
import { type ShownChange, shownChange } from './shownChange.ts';
import { type ShownStatus, shownStatus } from './shownStatus.ts';
import { statusLevel } from './statusLevel.ts';

/** What the rules of 2024 give for a row; a level or colour that is not shown is 0, as in the state's file. */
export type DashboardFigures = {
  readonly status: ShownStatus;
  readonly change: ShownChange;
  readonly statusLevel: ColourCode;
  readonly changeLevel: ColourCode;
  readonly colour: ColourCode;
};

/** Judges a row by its counts and means alone: published levels and colours are not looked at. */
export function dashboardFigures(row: DashboardRow): DashboardFigures {
  const status = shownStatus(row.indicator, row.current);
  const change = shownChange(row, status, shownStatus(row.indicator, row.prior));
  const none = { status, change, statusLevel: 0, changeLevel: 0, colour: 0 } as const;
  const { yardstick } = row;
  const students = row.current.students;
  if (!yardstick || status.value === null || students === null) return none;
  const level = statusLevel(yardstick, Number(status.value));
  if (change.value === null) return { ...none, statusLevel: level };
  const unclamped = changeLevel(yardstick, Number(change.value));
  const coloured = mayShowColour({
    group: row.studentgroup,
    district: row.district,
    students,
    priorStudents: row.prior.students,
  });
  return {
    status,
    change,
    statusLevel: level,
    changeLevel: publishedChangeLevel(yardstick.indicator, unclamped, students),
    colour: coloured ? colour(yardstick.indicator, level, unclamped, students) : 0,
  };
}
