import { daysBetween } from '../../vocabulary/daysBetween.ts';
import type { ConditionAnswer, ReportTerms } from './condition.ts';

/** How a condition to send a report stands on a day. `sentOn`: when somebody recorded that it was sent. */
export function answerReportCondition(
  { dueOn }: ReportTerms,
  sentOn: string | null,
  today: string,
): ConditionAnswer {
  if (sentOn !== null && sentOn <= dueOn)
    return { status: 'met', sentence: `The report was sent ${early(daysBetween(sentOn, dueOn))}.` };
  if (sentOn !== null)
    return { status: 'not met', sentence: `The report was sent, ${days(daysBetween(dueOn, sentOn))} late.` };
  if (today > dueOn)
    return {
      status: 'not met',
      sentence: `The report is ${days(daysBetween(dueOn, today))} late: nobody has recorded that it was sent.`,
    };
  const left = daysBetween(today, dueOn);
  return {
    status: 'too early',
    sentence: left === 0 ? 'The report is due today.' : `The report is due in ${days(left)}.`,
  };
}

function early(count: number): string {
  return count === 0 ? 'on its day' : `${days(count)} before its day`;
}

function days(count: number): string {
  return count === 1 ? 'one day' : `${count} days`;
}
