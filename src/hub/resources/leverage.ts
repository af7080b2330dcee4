import { formatMoney } from '../../vocabulary/formatNumber.ts';
import { type FlexibilityStanding, flexibilityStanding } from './flexibilityStanding.ts';
import { type DecisionId, type SourceKindId, sourceKinds } from './resourceKinds.ts';

type Source = { readonly kind: SourceKindId; readonly amountCents: number };
type Freed = {
  readonly decision: DecisionId;
  readonly fromDay: string;
  readonly untilDay: string;
  readonly freedCents: number;
};

/** Dollars that would not have been there, and the districts' own that they stand beside; all in cents. */
export type Leverage = {
  /** Grants and foundations. */
  readonly outsideCents: number;
  /** By flexibilities that are or were in force. */
  readonly freedCents: number;
  /** The districts' own general money. */
  readonly ownCents: number;
  /** Cents from outside and freed for each dollar of own money; null where no own money is written down. */
  readonly centsPerDollar: number | null;
};

/** State and federal money that comes anyway is on neither side. */
export function leverageOf(
  sources: readonly Source[],
  flexibilities: readonly Freed[],
  today: string,
): Leverage {
  const isOutside = (kind: SourceKindId) => sourceKinds.find(({ id }) => id === kind)?.outside ?? false;
  const sum = (those: readonly Source[]) => those.reduce((total, { amountCents }) => total + amountCents, 0);
  const outsideCents = sum(sources.filter(({ kind }) => isOutside(kind)));
  const ownCents = sum(sources.filter(({ kind }) => kind === 'district general'));
  const began: readonly FlexibilityStanding[] = ['in force', 'over'];
  const freedCents = flexibilities
    .filter((one) => began.includes(flexibilityStanding(one, today)))
    .reduce((total, one) => total + one.freedCents, 0);
  const centsPerDollar = ownCents > 0 ? Math.round((100 * (outsideCents + freedCents)) / ownCents) : null;
  return { outsideCents, freedCents, ownCents, centsPerDollar };
}

/** How the figure is made, in one sentence with its numbers. */
export function leverageSentence({ outsideCents, freedCents, ownCents, centsPerDollar }: Leverage): string {
  const above = `${formatMoney(outsideCents)} of grants and foundations and ${formatMoney(freedCents)} freed by flexibilities`;
  if (centsPerDollar === null)
    return `Cannot say: there are ${above}, but no general money of a district is written down to compare with.`;
  return `${above}, divided by ${formatMoney(ownCents)} of the districts’ own general money. State and federal money that comes anyway is on neither side.`;
}
