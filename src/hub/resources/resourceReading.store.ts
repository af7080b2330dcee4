import {
  type BenchmarkReading,
  type PartnershipReading,
  readPartnership,
} from '../benchmarks/benchmarkReading.store.ts';
import {
  type KeptClaim,
  type NewestFinding,
  selectClaims,
  selectNewestFindings,
} from '../claims/claims.store.ts';
import { type SharedHours, selectHours } from '../commitments/hours.store.ts';
import type { MemberView } from '../store/view.ts';
import type { Engagement } from '../work/engagement.ts';
import { selectEngagements } from '../work/engagements.store.ts';
import { answerCondition } from './answerCondition.ts';
import type { ConditionAnswer } from './condition.ts';
import { type Condition, selectConditions } from './conditions.store.ts';
import { type Flexibility, selectFlexibilities } from './flexibilities.store.ts';
import { type HourRate, type InKind, selectHourRates, selectInKind } from './inKind.store.ts';
import {
  type LedgerImport,
  type ResourceLine,
  selectLedgerImports,
  selectResourceLines,
} from './ledger.store.ts';
import { type LedgerRule, selectLedgerRules } from './ledgerRules.store.ts';
import { type Matched, matchLines } from './matchLines.ts';
import { type FundingSource, selectFundingSources } from './sources.store.ts';

export type MatchedLine = Matched<ResourceLine>;
export type AnsweredCondition = Condition & { readonly answer: ConditionAnswer };

/** Everything the pages of money stand on, read in one transaction. */
export type ResourceReading = PartnershipReading & {
  readonly fundingSources: readonly FundingSource[];
  readonly flexibilities: readonly Flexibility[];
  readonly conditions: readonly AnsweredCondition[];
  readonly engagements: readonly Engagement[];
  readonly rules: readonly LedgerRule[];
  readonly imports: readonly LedgerImport[];
  /** Lines of the applied files with what they belong to. */
  readonly lines: readonly MatchedLine[];
  readonly hours: readonly SharedHours[];
  readonly rates: readonly HourRate[];
  readonly inKind: readonly InKind[];
  readonly claims: readonly KeptClaim[];
  readonly findings: readonly NewestFinding[];
};

export async function readResources(view: MemberView, today: string): Promise<ResourceReading> {
  const partnership = await readPartnership(view);
  const fundingSources = await selectFundingSources(view);
  const flexibilities = await selectFlexibilities(view);
  const rules = await selectLedgerRules(view);
  const imports = await selectLedgerImports(view);
  const lines = matchLines(await selectResourceLines(view), rules, fundingSources);
  const context = { ...partnership, fundingSources, flexibilities, lines, imports };
  const conditions = (await selectConditions(view)).map((condition) => ({
    ...condition,
    answer: answerCondition(condition, context, today),
  }));
  return {
    ...partnership,
    fundingSources,
    flexibilities,
    conditions,
    rules,
    imports,
    lines,
    engagements: await selectEngagements(view),
    hours: await selectHours(view),
    rates: await selectHourRates(view),
    inKind: await selectInKind(view),
    claims: await selectClaims(view),
    findings: await selectNewestFindings(view),
  };
}

/** The benchmark of an id, with both districts' figures. */
export function benchmarkOf(
  reading: Pick<PartnershipReading, 'benchmarks'>,
  id: string,
): BenchmarkReading | undefined {
  return reading.benchmarks.find(({ benchmark }) => benchmark.id === id);
}
