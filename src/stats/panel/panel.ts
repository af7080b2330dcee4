/** A balanced panel in which every treated unit is treated from the same time on. */
export type Panel = {
  readonly units: number;
  readonly times: number;
  /** Units x times, row after row: unit i at time t stands at `i * times + t`. */
  readonly outcomes: Float64Array;
  /** Rows of the treated units, ascending. The others are the donors. */
  readonly treated: readonly number[];
  /** The first time at which they are treated; the times before it are the pre-period. */
  readonly firstTreated: number;
};

/** Why no effect can be estimated on a panel. */
export type PanelRefusal = {
  readonly ok: false;
  readonly reason:
    | 'nobody is treated'
    | 'everybody is treated'
    | 'fewer than two times before treatment'
    | 'no time after treatment'
    | 'the outcome never varies';
};
