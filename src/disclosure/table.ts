/** What the suppression costs: the suppressed values, the number of suppressed cells, or their weights. */
export type Objective = 'value' | 'count' | 'weight';

/** `sensitive` must be suppressed and protected, `fixed` is always published, `suppressed` is hidden already. */
export type CellStatus = 'safe' | 'sensitive' | 'fixed' | 'suppressed';

/** One count of a table, with what every reader knows of it beforehand and how wide it must stay hidden. */
export type TableCell = {
  readonly id: string;
  readonly value: number;
  readonly weight: number;
  readonly status: CellStatus;
  /** What any reader knows before seeing the table: the value lies in [lower, upper]; upper may be Infinity. */
  readonly lower: number;
  readonly upper: number;
  /** The attacker's interval must reach down to value - protectLower, up to value + protectUpper, and be protectWidth wide. */
  readonly protectLower: number;
  readonly protectUpper: number;
  readonly protectWidth: number;
};

/** Cells that add up: the sum of coefficient x value is `rhs`. Cells are named by their place in the table. */
export type Relation = {
  readonly rhs: number;
  readonly terms: readonly (readonly [cell: number, coefficient: number])[];
};

export type Table = {
  readonly cells: readonly TableCell[];
  readonly relations: readonly Relation[];
  readonly objective: Objective;
  /** The attacker also knows that every cell is a whole number. */
  readonly integer: boolean;
};

/** A table as it was read, or everything that is wrong with it, one sentence each. */
export type ParsedTable =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly problems: readonly string[] };
