import type { LinkedTable } from '../linkedTable.ts';
import { ringSearch } from '../ringSearch.ts';
import { checkedMoves, type Witness } from '../witness.ts';

/** Witnesses by the variables of a model, kept from one attack on it to the next. */
export type WitnessBank = {
  /** Takes the witnesses of a table whose cells are these variables; they stand for all before. */
  readonly put: (witnesses: readonly Witness[], variables: readonly number[]) => void;
  /** Those that are possible in another table of the model, completed where that has more relations, and checked. */
  readonly take: (table: LinkedTable, variables: readonly number[]) => readonly Witness[];
};

const nodes = 40;

export function witnessBank(): WitnessBank {
  let kept: readonly Witness[] = [];
  return {
    put: (witnesses, variables) => {
      kept = witnesses.map(({ cells, deviations }) => ({
        cells: cells.map((cell) => variables[cell] as number),
        deviations,
      }));
    },
    take: (table, variables) => {
      if (kept.length === 0) return [];
      const places = new Map(variables.map((variable, cell) => [variable, cell]));
      const search = ringSearch(table, table.hidden);
      return kept.flatMap(({ cells, deviations }) => {
        const moved = cells.map((variable) => places.get(variable) ?? -1);
        if (moved.includes(-1)) return [];
        const more = search.complete({ cells: moved, deviations }, { nodes, mayHide: true });
        return (more && checkedMoves(table, more.cells, more.deviations)) ?? [];
      });
    },
  };
}
