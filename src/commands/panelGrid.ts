import type { FindingTally } from './findingTally.ts';
import type { PanelRow } from './panelRows.ts';
import { type PanelTimes, panelTimes } from './panelTimes.ts';

export type UnitTime = { readonly unit: string; readonly time: string };
export type MissingUnitTimes = { readonly count: number; readonly first: readonly UnitTime[] };

/** The first row of each unit-time of a long panel, by unit and time. */
export type PanelGrid = {
  /** In the order of the file, which is the order that draws go by. */
  readonly units: readonly string[];
  readonly times: PanelTimes;
  readonly row: (unit: number, time: number) => PanelRow | undefined;
  readonly missing: MissingUnitTimes;
};

const namedMissing = 20;

/** Lays rows out by unit and time; a unit-time that stands twice or not at all is told to `tally`. */
export function panelGrid(rows: readonly PanelRow[], file: string, tally: FindingTally): PanelGrid {
  const units = [...new Set(rows.map(({ unit }) => unit))];
  const places = new Map(units.map((unit, place) => [unit, place]));
  const times = panelTimes(rows.map(({ time }) => time));
  const cells = new Map<number, PanelRow>();
  for (const row of rows) {
    const place = (places.get(row.unit) as number) * times.names.length + times.placeOf(row.time);
    const first = cells.get(place);
    if (!first) cells.set(place, row);
    else
      tally.add({
        severity: 'error',
        rule: 'unitTimeMustStandOnce',
        file,
        line: row.line,
        column: null,
        message: `${row.unit} at ${row.time} stands on line ${first.line} already`,
        remedy: `remove line ${first.line} or this one`,
      });
  }
  const row = (unit: number, time: number) => cells.get(unit * times.names.length + time);
  const missing = { count: units.length * times.names.length - cells.size, first: [] as UnitTime[] };
  if (missing.count > 0) {
    missing.first.push(...firstMissing(units, times.names, row));
    tally.add({
      severity: 'error',
      rule: 'panelMustBeBalanced',
      file,
      line: null,
      column: null,
      message: missingText(missing, units.length, times.names.length),
      remedy: 'add their rows, or leave out the units or times that lack them',
    });
  }
  return { units, times, row, missing };
}

function firstMissing(
  units: readonly string[],
  times: readonly string[],
  row: PanelGrid['row'],
): readonly UnitTime[] {
  const first: UnitTime[] = [];
  for (const [i, unit] of units.entries())
    for (const [t, time] of times.entries()) {
      if (!row(i, t)) first.push({ unit, time });
      if (first.length === namedMissing) return first;
    }
  return first;
}

function missingText({ count, first }: MissingUnitTimes, units: number, times: number): string {
  const named = first.map(({ unit, time }) => `${unit} ${time}`).join(', ');
  const rest = count > first.length ? ` and ${(count - first.length).toLocaleString('en')} more` : '';
  const all = `${(units * times).toLocaleString('en')} unit-times (${units} units at ${times} times)`;
  return `of ${all} ${count.toLocaleString('en')} ${count === 1 ? 'is' : 'are'} missing: ${named}${rest}`;
}
