import { formatMoney, formatNumber } from '../../vocabulary/formatNumber.ts';
import { schoolYearName } from '../../vocabulary/schoolYear.ts';
import { objectRangeText } from './accountCode.ts';
import type { ConditionTerms } from './condition.ts';
import { formatDate } from '../../vocabulary/formatDate.ts';

type Names = {
  readonly district?: string;
  readonly benchmark?: string;
  /** Behind a target's value. */
  readonly unit?: string;
  /** The piece of work whose spending counts. */
  readonly work?: string | undefined;
};

/** What a condition asks, in one sentence: `By 2026-27 Fresno reaches −82 in …`. */
export function conditionSentence(terms: ConditionTerms, names: Names): string {
  const due = formatDate(terms.dueOn);
  if (terms.kind === 'report sent') return `A report is sent by ${due}.`;
  if ('target' in terms) {
    const { district = 'the district', benchmark = 'its benchmark', unit = '' } = names;
    const goal = `${formatNumber(terms.target.value)}${unit} by ${schoolYearName(terms.target.year)}`;
    return terms.kind === 'target reached'
      ? `${district} reaches ${goal} (${benchmark}).`
      : `With the results of ${schoolYearName(terms.schoolYear)}, the pace of ${district} is enough for ${goal} (${benchmark}).`;
  }
  const money = formatMoney(terms.amountCents);
  const on = [
    names.work ? `on “${names.work}”` : '',
    terms.objects ? `on object codes ${objectRangeText(terms.objects)}` : '',
  ].filter(Boolean);
  const what = on.length > 0 ? ` ${on.join(', ')}` : '';
  return terms.kind === 'spend at least'
    ? `At least ${money} is spent${what} by ${due}.`
    : `No more than ${money} is spent${what} until ${due}.`;
}
