import type { BadgeKind } from '../../page/badge.ts';
import type { MatrixCell } from '../../page/matrix.ts';
import type { VerdictStatus } from '../reconcile/explainFigures.ts';
import { wholeDistrict } from '../reconcile/publicFigure.ts';
import type { ReconcileRow } from '../reconcile/reconcileRows.ts';

/** A status as a person says it. */
export const statusWords: Readonly<Record<VerdictStatus, string>> = {
  equal: 'Equal',
  'equal after rounding': 'Equal after rounding',
  explained: 'Explained',
  unexplained: 'Unexplained',
  withheld: 'Withheld by the state',
  'not in the vault': 'Not in the vault',
  'not published': 'Not published',
};

export const statusBadges: Readonly<Record<VerdictStatus, BadgeKind>> = {
  equal: 'good',
  'equal after rounding': 'good',
  explained: 'info',
  unexplained: 'attention',
  withheld: 'withheld',
  'not in the vault': 'not reported',
  'not published': 'not reported',
};

const states: Readonly<Record<VerdictStatus, MatrixCell['state']>> = {
  equal: 'there',
  'equal after rounding': 'there',
  explained: 'part',
  unexplained: 'hole',
  withheld: 'not needed',
  'not in the vault': 'not needed',
  'not published': 'not needed',
};

/** Kinds of causes as a narrow cell says them. */
const shortKinds: Readonly<Record<string, string>> = {
  'charter schools': 'charters',
  participation: 'penalty',
  'continuous enrolment': 'not continuous',
  'alternate tests': 'CAA',
  'another definition': 'definition',
  'below threshold': 'LOSS',
  'accountable district': 'where tested',
  'exempt days': 'exempt',
  'secondary enrolment': 'secondary',
  'short-term enrolment': 'short-term',
};

/** A figure as a cell of the matrix: a mark and words that are enough without it. */
export function reconcileCell(row: ReconcileRow | undefined): MatrixCell {
  if (!row) return { state: 'not needed', words: 'no figure' };
  return { state: states[row.status], words: cellWords(row), href: figureAddress(row) };
}

function cellWords(row: ReconcileRow): string {
  switch (row.status) {
    case 'equal':
      return 'equal';
    case 'equal after rounding':
      return row.nDifference ? 'other n' : 'rounded';
    case 'explained':
      return row.kinds.map((kind) => shortKinds[kind] ?? kind).join(', ');
    case 'unexplained':
      return `differs ${signed(row.valueDifference ?? '')}`;
    case 'withheld':
      return 'withheld';
    case 'not in the vault':
      return 'not here';
    default:
      return 'no figure';
  }
}

/** `+0.5`, `−1.7`. */
export function signed(difference: string): string {
  const size = difference.replace('-', '');
  if (!/[1-9]/.test(size)) return size;
  return `${difference.startsWith('-') ? '\u2212' : '+'}${size}`;
}

/** The page of one figure. */
export function figureAddress({ dataset, measure, school, grade, group }: ReconcileRow): string {
  const place = school === wholeDistrict ? 'district' : school;
  return `/reconcile/${[dataset, measure, place, grade, group].map(encodeURIComponent).join('/')}`;
}
