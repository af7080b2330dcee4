import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { StudentGroup } from '../../vocabulary/studentGroup.ts';
import type { Figures } from '../evidence/figures.ts';
import type { Spreads } from '../evidence/figureVariance.ts';
import { answerBenchmarkCondition } from './benchmarkCondition.ts';
import type { ConditionAnswer, ConditionTerms, SpendTerms } from './condition.ts';
import { ledgerCoverage } from './ledgerCoverage.ts';
import { answerReportCondition } from './reportCondition.ts';
import { answerSpendCondition } from './spendCondition.ts';

type Kept = {
  readonly terms: ConditionTerms;
  readonly flexibilityId: string | null;
  readonly sourceId: string | null;
  readonly sentOn: string | null;
};

type Owner = { readonly id: string; readonly districtId: string | null; readonly fromDay: string };

type Context = {
  readonly parties: readonly {
    readonly districtId: string;
    readonly shortName: string;
    readonly figures: Figures;
  }[];
  readonly benchmarks: readonly {
    readonly benchmark: { readonly id: string };
    readonly measure: MeasureDefinition;
    readonly group: StudentGroup;
  }[];
  readonly spreads: Spreads;
  readonly fundingSources: readonly Owner[];
  readonly flexibilities: readonly Owner[];
  readonly lines: readonly {
    readonly districtId: string;
    readonly holds: 'spending' | 'budget';
    readonly day: string;
    readonly objectCode: string;
    readonly amountCents: number;
    readonly sourceId: string | null;
    readonly flexibilityId: string | null;
    readonly engagementId: string | null;
  }[];
  readonly imports: Parameters<typeof ledgerCoverage>[0];
};

/** How a condition stands on a day, from the pace of its benchmark, the ledger, or the day its report was sent. */
export function answerCondition(condition: Kept, context: Context, today: string): ConditionAnswer {
  const { terms } = condition;
  if (terms.kind === 'report sent') return answerReportCondition(terms, condition.sentOn, today);
  if ('amountCents' in terms) return answerSpending(condition, terms, context);
  const party = context.parties.find(({ districtId }) => districtId === terms.districtId);
  const about = context.benchmarks.find(({ benchmark }) => benchmark.id === terms.benchmarkId);
  if (!party || !about)
    return {
      status: 'cannot tell',
      sentence: 'Cannot tell: its benchmark or its district is not here any more.',
    };
  const { measure, group } = about;
  const evidence = {
    measure,
    group,
    district: party.shortName,
    figures: party.figures,
    spreads: context.spreads,
  };
  return answerBenchmarkCondition(terms, evidence, today);
}

function answerSpending(
  { flexibilityId, sourceId }: Kept,
  terms: SpendTerms,
  context: Context,
): ConditionAnswer {
  const owner = [...context.flexibilities, ...context.fundingSources].find(
    ({ id }) => id === (flexibilityId ?? sourceId),
  );
  if (!owner)
    return { status: 'cannot tell', sentence: 'Cannot tell: what it belongs to is not here any more.' };
  const districtIds = owner.districtId
    ? [owner.districtId]
    : context.parties.map(({ districtId }) => districtId);
  const counted = context.lines.filter(
    (line) =>
      line.holds === 'spending' &&
      districtIds.includes(line.districtId) &&
      line.day >= owner.fromDay &&
      line.day <= terms.dueOn &&
      (flexibilityId ? line.flexibilityId === flexibilityId : line.sourceId === sourceId) &&
      (terms.engagementId === null || line.engagementId === terms.engagementId) &&
      (terms.objects === null ||
        (line.objectCode >= terms.objects.first && line.objectCode <= terms.objects.last)),
  );
  const known = ledgerCoverage(context.imports, districtIds, owner.fromDay);
  const spending = {
    fromDay: owner.fromDay,
    spentCents: counted.reduce((sum, { amountCents }) => sum + amountCents, 0),
    ledgerUntil: known.until,
    ledgerMissing: known.missing,
  };
  return answerSpendCondition(terms, spending);
}
