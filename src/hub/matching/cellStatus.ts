import type { CellStatus, Judgement } from './gridCell.ts';

export type JudgedStatus = {
  readonly status: Extract<CellStatus, 'strength' | 'need' | 'as expected'>;
  /** One better and the other worse: neither a strength nor a need, and the page says both. */
  readonly contradictory: boolean;
};

/**
 * What level and progress make of a cell; `better` and `worse` are for the students, whichever way the measure runs. Strength: progress
 * better and level not worse, or level better and progress not worse. Need: level worse and progress not better, or progress
 * worse and level not better. Better in one and worse in the other is neither. A progress that cannot be judged (null)
 * decides nothing.
 */
export function cellStatus(level: Judgement, progress: Judgement | null): JudgedStatus {
  const both = [level, progress];
  const isBetter = both.includes('better');
  const isWorse = both.includes('worse');
  if (isBetter && isWorse) return { status: 'as expected', contradictory: true };
  if (isBetter) return { status: 'strength', contradictory: false };
  return { status: isWorse ? 'need' : 'as expected', contradictory: false };
}
