import type { Agreement, Difference } from '../measures/dashboard/compareDashboard.ts';
import { colourNames } from '../measures/dashboard/indicator.ts';
import type { DashboardReport } from '../measures/dashboardFile.ts';

const shownDifferences = 20;

/** The report in words: how many published figures the rules give, and the first differences of each. */
export function dashboardSummary({ rows, published }: DashboardReport, findings: number): string {
  const figures: [name: string, agreement: Agreement, how: string][] = [
    [
      'status',
      published.status,
      `${published.status.fromCounts} from counts, ${published.status.byPenaltyRule} means by the penalty rule; ` +
        `${published.status.notCheckable} more that nothing in the file can check`,
    ],
    [
      'change',
      published.change,
      `${published.change.fromCounts} from counts, ${published.change.withinRounding} to within 0.1`,
    ],
    ['status level', published.statusLevel, ''],
    ['change level', published.changeLevel, ''],
    ['colour', published.colour, colourCounts(rows)],
    ['participation rate', published.participation, 'both years'],
    ['penalty records', published.penaltyRecords, 'both years'],
  ];
  const lines = [
    `${rows.length} rows judged by the rules of 2024${findings > 0 ? `, ${findings} findings` : ''}`,
    '',
    `${'figure'.padEnd(20)}${'agree'.padStart(8)}${'of'.padStart(8)}${'differ'.padStart(8)}`,
    ...figures.map(([name, { agree, of, differ }, how]) =>
      `${name.padEnd(20)}${cell(agree)}${cell(of)}${cell(differ.length)}${how === '' ? '' : `   ${how}`}`.trimEnd(),
    ),
  ];
  for (const [name, { differ }] of figures) {
    if (differ.length === 0) continue;
    lines.push('', `${name}: published, then by the rules`);
    lines.push(...differ.slice(0, shownDifferences).map(differenceLine));
    if (differ.length > shownDifferences)
      lines.push(`  … and ${differ.length - shownDifferences} more (--json)`);
  }
  return `${lines.join('\n')}\n`;
}

function colourCounts(rows: DashboardReport['rows']): string {
  const counted = colourNames.map(
    (name, code) => `${name} ${rows.filter((row) => row.colour === code).length}`,
  );
  return counted.slice(1).join(', ');
}

function differenceLine({ line, cds, indicator, studentgroup, published, byTheRules }: Difference): string {
  return `  line ${line}: ${cds} ${indicator} ${studentgroup}: ${published ?? 'none'}, ${byTheRules ?? 'none'}`;
}

function cell(count: number): string {
  return String(count).padStart(8);
}
