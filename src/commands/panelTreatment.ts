import type { Finding } from '../vocabulary/finding.ts';
import type { FindingTally } from './findingTally.ts';
import type { PanelGrid } from './panelGrid.ts';

export type Treatment = {
  /** The first treated time of each unit, null for a donor. */
  readonly starts: readonly (number | null)[];
  /** Whether, as far as the rows tell, all treated units start at one time. */
  readonly startsOnce: boolean;
};

type Start = { readonly unit: string; readonly earliest: number; readonly first: number };

const namedUnits = 20;

/** Reads when each unit's treatment begins. What no method could take is told to `tally`; rows that are missing are not held against it. */
export function panelTreatment(grid: PanelGrid, file: string, tally: FindingTally): Treatment {
  const { units, times } = grid;
  const wrong = (rest: Pick<Finding, 'rule' | 'message' | 'remedy'>, line: number | null = null) =>
    tally.add({ severity: 'error', file, line, column: null, ...rest });
  const starts: (number | null)[] = [];
  const treated: Start[] = [];
  let isUnread = false;
  for (const [i, unit] of units.entries()) {
    let [first, lastBefore] = [-1, -1];
    for (const [t, time] of times.names.entries()) {
      const row = grid.row(i, t);
      if (!row || row.treated === null) {
        isUnread ||= row !== undefined;
        continue;
      }
      if (row.treated && first < 0) first = t;
      if (!row.treated && first < 0) lastBefore = t;
      if (!row.treated && first >= 0) {
        const since = times.names[first];
        wrong(
          {
            rule: 'treatmentMustNotEnd',
            message: `${unit} is treated from ${since} on but not at ${time}`,
            remedy: `a treatment goes on once it began: end the panel before ${time}, or leave ${unit} out`,
          },
          row.line,
        );
        break;
      }
    }
    starts.push(first < 0 ? null : first);
    if (first >= 0) treated.push({ unit, earliest: lastBefore + 1, first });
  }
  if (treated.length === 0 && !isUnread)
    wrong({
      rule: 'somebodyMustBeTreated',
      message: 'no unit is treated at any time',
      remedy: 'give 1 from the first treated time of a treated unit on',
    });
  if (treated.length === units.length)
    wrong({
      rule: 'somebodyMustNotBeTreated',
      message: `all ${units.length} units are treated, so there is nobody to compare with`,
      remedy: 'add units that are never treated',
    });
  return { starts, startsOnce: latest(treated) <= soonest(treated) };
}

function latest(treated: readonly Start[]): number {
  return treated.reduce((most, { earliest }) => Math.max(most, earliest), 0);
}

function soonest(treated: readonly Start[]): number {
  return treated.reduce((least, { first }) => Math.min(least, first), Infinity);
}

/** What a method that takes one start has against this treatment. */
export function treatmentMustStartOnce(
  { starts, startsOnce }: Treatment,
  { units, times }: PanelGrid,
  file: string,
  tally: FindingTally,
): void {
  const wrong = (rest: Pick<Finding, 'rule' | 'message' | 'remedy'>) =>
    tally.add({ severity: 'error', file, line: null, column: null, ...rest });
  const distinct = [...new Set(starts.filter((start) => start !== null))].sort((a, b) => a - b);
  const [first] = distinct;
  if (first === undefined) return;
  if (!startsOnce) {
    const groups = distinct.map((start) => {
      const members = units.filter((_, i) => starts[i] === start);
      const named = members.slice(0, namedUnits).join(', ');
      const rest = members.length > namedUnits ? ` and ${members.length - namedUnits} more` : '';
      return `from ${times.names[start]} ${named}${rest}`;
    });
    wrong({
      rule: 'treatmentMustStartOnce',
      message: `treated units start at different times: ${groups.join('; ')}`,
      remedy: 'this method takes one start: use --method staggered, or keep the units of one start',
    });
  }
  if (first < 2) {
    const before =
      first === 0
        ? `the treatment begins at the first time, ${times.names[0]}`
        : `only ${times.names[0]} lies before the treatment`;
    wrong({
      rule: 'twoTimesMustComeBefore',
      message: before,
      remedy: 'add earlier times: without two of them nothing shows what would have been',
    });
  }
}
