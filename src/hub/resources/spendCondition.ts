import { daysBetween } from '../../vocabulary/daysBetween.ts';
import { formatMoney, formatPercent } from '../../vocabulary/formatNumber.ts';
import type { ConditionAnswer, SpendTerms } from './condition.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';

export type Spending = {
  /** First day from which spending counts. */
  readonly fromDay: string;
  /** What the ledger shows from that day on until the due day, in cents. */
  readonly spentCents: number;
  /** Last day that an applied ledger file covers; null where none was applied. */
  readonly ledgerUntil: string | null;
  /** First day up to then that no file covers; null where there is none. */
  readonly ledgerMissing: string | null;
};

/** By how much spending may lag behind an even pace, and how much of the time must be over before anything is said. */
const band = 0.15;
const earlyShare = 0.25;

/**
 * How a condition on spending stands: what the ledger shows against an even pace from the first day to the due day, as far as the
 * ledger goes. Without a ledger that covers the due day nothing is called broken, but what is spent already cannot be unspent.
 */
export function answerSpendCondition(terms: SpendTerms, spending: Spending): ConditionAnswer {
  const { amountCents, dueOn, kind } = terms;
  const { spentCents, ledgerUntil, ledgerMissing, fromDay } = spending;
  if (ledgerUntil === null || ledgerUntil < fromDay)
    return {
      status: 'cannot tell',
      sentence: 'Cannot tell: no ledger that covers this time has been brought.',
    };
  const asOf = ledgerUntil < dueOn ? ledgerUntil : dueOn;
  const spent = `${formatMoney(spentCents)} of ${formatMoney(amountCents)} spent by ${formatDate(asOf)}`;
  const isOver = ledgerUntil >= dueOn;
  const unknown: ConditionAnswer = {
    status: 'cannot tell',
    sentence: `Cannot tell: the ledger is missing from ${formatDate(ledgerMissing ?? fromDay)} on. What was brought shows ${spent}.`,
  };
  if (kind === 'spend at most') {
    if (spentCents > amountCents)
      return {
        status: 'not met',
        sentence: `${spent}: ${formatMoney(spentCents - amountCents)} over the limit.`,
      };
    if (ledgerMissing !== null) return unknown;
    return isOver
      ? { status: 'met', sentence: `${spent}: within the limit.` }
      : { status: 'on track', sentence: `${spent}: within the limit so far.` };
  }
  if (spentCents >= amountCents) return { status: 'met', sentence: `${spent}.` };
  if (ledgerMissing !== null) return unknown;
  if (isOver)
    return { status: 'not met', sentence: `${spent}: ${formatMoney(amountCents - spentCents)} short.` };
  const elapsed = (daysBetween(fromDay, asOf) + 1) / (daysBetween(fromDay, dueOn) + 1);
  const share = spentCents / amountCents;
  const time = `${formatPercent(100 * elapsed, 0)} of the time is over`;
  const said = `${spent} (${formatPercent(100 * share, 0)}); ${time}`;
  if (elapsed < earlyShare) return { status: 'too early', sentence: `Too early to tell: ${said}.` };
  return share >= elapsed * (1 - band)
    ? { status: 'on track', sentence: `${said}.` }
    : { status: 'behind', sentence: `${said}.` };
}
