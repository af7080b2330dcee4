import type { DashboardFigures } from './dashboardFigures.ts';
import type { DashboardRow, YearOfRow } from './dashboardRow.ts';
import { participationRate, penaltyRecords } from './participation.ts';

export type JudgedRow = { readonly row: DashboardRow; readonly figures: DashboardFigures };

/** A published figure that the rules do not give; null where one side has no figure. */
export type Difference = {
  readonly cds: string;
  readonly indicator: string;
  readonly studentgroup: string;
  readonly line: number;
  readonly published: number | null;
  readonly byTheRules: number | null;
};

/** Of so many rows where the file or the rules have the figure, in so many both are equal. */
export type Agreement = { agree: number; of: number; readonly differ: Difference[] };

/**
 * The published figures beside those by the rules. `status.notCheckable` counts the statuses that rest on the
 * publisher alone; they are not in `of`. `change.withinRounding` counts, of `of`, the changes in means, which can be
 * checked to 0.1 only. Participation and penalty records are compared in both years.
 */
export type PublishedComparison = {
  readonly status: Agreement & { fromCounts: number; byPenaltyRule: number; notCheckable: number };
  readonly change: Agreement & { fromCounts: number; withinRounding: number };
  readonly statusLevel: Agreement;
  readonly changeLevel: Agreement;
  readonly colour: Agreement;
  readonly participation: Agreement;
  readonly penaltyRecords: Agreement;
};

export function compareDashboard(judged: readonly JudgedRow[]): PublishedComparison {
  const status = { ...agreement(), fromCounts: 0, byPenaltyRule: 0, notCheckable: 0 };
  const change = { ...agreement(), fromCounts: 0, withinRounding: 0 };
  const levels = { statusLevel: agreement(), changeLevel: agreement(), colour: agreement() };
  const participation = agreement();
  const records = agreement();
  for (const { row, figures } of judged) {
    if (figures.status.basis === 'published only') status.notCheckable += 1;
    else {
      compare(status, row, number(row.current.status), number(figures.status.value));
      if (figures.status.basis === 'counts') status.fromCounts += 1;
      if (figures.status.basis === 'penalty rule') status.byPenaltyRule += 1;
    }
    compare(change, row, publishedChange(row), number(figures.change.value));
    if (figures.change.basis === 'counts') change.fromCounts += 1;
    if (figures.change.basis === 'rounding') change.withinRounding += 1;
    for (const level of ['statusLevel', 'changeLevel', 'colour'] as const) {
      compare(levels[level], row, row.published[level] || null, figures[level] || null);
    }
    for (const year of [row.current, row.prior]) compareParticipation(participation, records, row, year);
  }
  return { status, change, ...levels, participation, penaltyRecords: records };
}

export function everythingAgrees(published: PublishedComparison): boolean {
  return Object.values(published).every((one) => one.differ.length === 0);
}

function compareParticipation(
  rates: Agreement,
  records: Agreement,
  row: DashboardRow,
  { participation, participationRate: rate, penaltyRecords: added }: YearOfRow,
): void {
  if (!participation) return;
  if (rate !== null) compare(rates, row, rate, participationRate(participation));
  if (row.indicator === 'ELA' || row.indicator === 'MATH') {
    compare(records, row, added, penaltyRecords(participation));
  }
}

/** The download prints a change of 0 beside a missing status: that is no figure. */
function publishedChange({ published, current, prior }: DashboardRow): number | null {
  const change = number(published.change);
  return change === 0 && (current.status === null || prior.status === null) ? null : change;
}

function compare(into: Agreement, row: DashboardRow, published: number | null, byTheRules: number | null) {
  if (published === null && byTheRules === null) return;
  into.of += 1;
  if (published === byTheRules) into.agree += 1;
  else {
    const { cds, indicator, studentgroup, line } = row;
    into.differ.push({ cds, indicator, studentgroup, line, published, byTheRules });
  }
}

function agreement(): Agreement {
  return { agree: 0, of: 0, differ: [] };
}

function number(text: string | null): number | null {
  return text === null ? null : Number(text);
}
