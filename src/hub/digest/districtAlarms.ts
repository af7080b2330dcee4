import { daysBetween } from '../../vocabulary/daysBetween.ts';
import type { ConditionStatus, ConditionTerms } from '../resources/condition.ts';

type Answered = {
  readonly id: string;
  readonly terms: Pick<ConditionTerms, 'kind' | 'dueOn'>;
  readonly sentOn: string | null;
  readonly answer: { readonly status: ConditionStatus; readonly sentence: string };
};

export type ConditionAlarm<C extends Answered> = {
  readonly condition: C;
  readonly turned: 'behind' | 'not met' | 'report due';
  /** By what it is known that it was told: once for each condition and state. */
  readonly about: string;
};

/** So many days before its day people hear that a report is due. */
export const reportDays = 14;

/** What finance people are to be told of conditions on a day: those that are behind or failed, and reports that are due in two weeks. */
export function conditionAlarms<C extends Answered>(
  conditions: readonly C[],
  today: string,
): ConditionAlarm<C>[] {
  return conditions.flatMap((condition): ConditionAlarm<C>[] => {
    const { id, terms, sentOn, answer } = condition;
    const alarm = (turned: ConditionAlarm<C>['turned']) => ({
      condition,
      turned,
      about: `condition ${id} due ${terms.dueOn}: ${turned}`,
    });
    if (answer.status === 'behind' || answer.status === 'not met') return [alarm(answer.status)];
    const left = daysBetween(today, terms.dueOn);
    const isDue = terms.kind === 'report sent' && sentOn === null && left >= 0 && left <= reportDays;
    return isDue ? [alarm('report due')] : [];
  });
}

type Line = { readonly title: string; readonly sentence: string; readonly address: string };
type Words = { readonly subject: string; readonly body: string };

/** Tells finance people how conditions have turned. */
export function conditionMail(
  to: { readonly name: string },
  turned: readonly (Line & { readonly turned: ConditionAlarm<Answered>['turned'] })[],
): Words {
  const [first] = turned;
  const says = { behind: 'Behind', 'not met': 'Not met', 'report due': 'Report due' } as const;
  return {
    subject:
      turned.length === 1 && first
        ? `${says[first.turned]}: ${first.title}`
        : `${turned.length} conditions need you`,
    body: `Hello ${to.name},

${turned.map(({ turned: how, ...line }) => `${says[how]}: ${entry(line)}`).join('\n\n')}

It is said once for each turn, not every day.
`,
  };
}

/** Tells coordinators which reviews are late; once a week. */
export function lateReviewMail(to: { readonly name: string }, late: readonly Line[]): Words {
  const [first] = late;
  return {
    subject: late.length === 1 && first ? `Late review: ${first.title}` : `${late.length} reviews are late`,
    body: `Hello ${to.name},

${late.map(entry).join('\n\n')}

Hold it and seal its pack, plan another day, or call it off with a reason. Both districts are told, once a week.
`,
  };
}

function entry({ title, sentence, address }: Line): string {
  return `${title}\n  ${sentence}\n  ${address}`;
}
