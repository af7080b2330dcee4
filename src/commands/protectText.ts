import { auditLines } from './auditText.ts';
import type { TableAnswer } from './tableQuestion.ts';

const shown = 40;

/** What was hidden and why, what it costs, and the cells that an attacker comes closest to. */
export function protectText(answer: Extract<TableAnswer, { kind: 'protected' }>): string {
  const { primary, secondary, suppressed, cells, objective, bound, status, measure, seconds } = answer;
  const before = suppressed.length - primary.length - secondary.length;
  const count = (n: number) => n.toLocaleString('en').padStart(9);
  const gap = objective > 0 ? ((objective - bound) / objective) * 100 : 0;
  const cost = { value: 'in their values', count: 'in their number', weight: 'in their weights' }[measure];
  return `${[
    `${count(cells)} cells`,
    `${count(primary.length)} hidden because sensitive`,
    `${count(secondary.length)} hidden to protect them`,
    ...(before > 0 ? [`${count(before)} hidden before`] : []),
    `${count(cells - suppressed.length)} shown`,
    '',
    status === 'optimal'
      ? `These cost ${objective.toLocaleString('en')} ${cost}; no suppression that protects costs less.`
      : `These cost ${objective.toLocaleString('en')} ${cost}; none costs less than ${bound.toLocaleString('en')} (gap ${gap.toFixed(2)} %).`,
    `Found and audited in ${seconds.toFixed(2)} s.`,
    '',
    ...(secondary.length > 0 ? ['Hidden to protect:', ...listed(secondary), ''] : []),
    ...auditLines(answer.audit),
  ].join('\n')}\n`;
}

function listed(ids: readonly string[]): string[] {
  const lines = ids.slice(0, shown).map((id) => `  ${id}`);
  return ids.length > shown ? [...lines, `  … and ${ids.length - shown} more (--json)`] : lines;
}
