import type { Finding } from '../vocabulary/finding.ts';
import { findingTally } from './findingTally.ts';
import { type MissingUnitTimes, panelGrid } from './panelGrid.ts';
import { type PanelFile, type PanelRow, panelRows } from './panelRows.ts';
import { panelTreatment, treatmentMustStartOnce } from './panelTreatment.ts';
import { readUtf8 } from './readUtf8.ts';

/** A balanced panel with its names. Units stand in the order of the file, times in their own. */
export type NamedPanel = {
  readonly unitNames: readonly string[];
  readonly timeNames: readonly string[];
  readonly timesAreNumbers: boolean;
  /** Units x times, row after row. */
  readonly outcomes: Float64Array;
  /** The first treated time of each unit, null for a donor. */
  readonly starts: readonly (number | null)[];
};

export type PanelTrouble = {
  readonly findings: readonly Finding[];
  /** How often each rule is broken; of each, twenty findings are kept at most. */
  readonly counts: ReadonlyMap<string, number>;
  /** Unit-times without a row, the first twenty by name. */
  readonly missing: MissingUnitTimes;
};

export type ReadPanel =
  | { readonly ok: true; readonly panel: NamedPanel; readonly notes: readonly Finding[] }
  | ({ readonly ok: false } & PanelTrouble);

const nothingMissing: MissingUnitTimes = { count: 0, first: [] };

/**
 * Reads a long panel (a row for each unit and time, columns by name) and checks all of it before it says no, so that
 * several findings are told together. `startsOnce`: whether all treated units must start at one time. Times that are
 * neither all numbers nor all ISO dates are taken in the order of their text, with a note.
 */
export function readPanel(
  bytes: Uint8Array,
  file: PanelFile,
  { startsOnce }: { startsOnce: boolean },
): ReadPanel {
  const tally = findingTally();
  const text = readUtf8(bytes, file.name);
  if (typeof text !== 'string') tally.add(text);
  const rows = typeof text === 'string' ? panelRows(text, file, tally) : [];
  if (rows.length === 0)
    return { ok: false, findings: tally.kept(), counts: tally.counts, missing: nothingMissing };
  const grid = panelGrid(rows, file.name, tally);
  const treatment = panelTreatment(grid, file.name, tally);
  if (startsOnce) treatmentMustStartOnce(treatment, grid, file.name, tally);
  if (isConstant(rows))
    tally.add({
      severity: 'error',
      rule: 'outcomeMustVary',
      file: file.name,
      line: null,
      column: file.columns.outcome,
      message: `the outcome is ${rows[0]?.outcome} in every row`,
      remedy: 'name the column that holds the outcome with --outcome',
    });
  if (tally.errors() > 0)
    return { ok: false, findings: tally.kept(), counts: tally.counts, missing: grid.missing };
  const { units, times } = grid;
  const outcomes = new Float64Array(units.length * times.names.length);
  for (let i = 0; i < units.length; i++)
    for (let t = 0; t < times.names.length; t++)
      outcomes[i * times.names.length + t] = grid.row(i, t)?.outcome as number;
  return {
    ok: true,
    panel: {
      unitNames: units,
      timeNames: times.names,
      timesAreNumbers: times.ordered === 'as numbers',
      outcomes,
      starts: treatment.starts,
    },
    notes: times.ordered === 'as text' ? [orderNote(times.names, file)] : [],
  };
}

function isConstant(rows: readonly PanelRow[]): boolean {
  const [first] = rows;
  return first?.outcome !== null && rows.every(({ outcome }) => outcome === first?.outcome);
}

function orderNote(times: readonly string[], { name, columns }: PanelFile): Finding {
  const shown = times.length > 6 ? [...times.slice(0, 3), '…', ...times.slice(-2)] : times;
  return {
    severity: 'note',
    rule: 'timesInTheOrderOfText',
    file: name,
    line: null,
    column: columns.time,
    message: `times are neither all numbers nor all dates and are taken in the order of their text: ${shown.join(', ')}`,
    remedy: 'write them as numbers or as YYYY-MM-DD if that is not their order',
  };
}
