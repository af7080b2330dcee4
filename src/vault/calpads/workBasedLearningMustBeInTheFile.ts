import type { Breach } from '../intake/breach.ts';
import type { CellReader } from '../intake/readCells.ts';

/**
 * Since 2020-21 CALPADS takes certificates, apprenticeships and job programmes in the WBLR file, which the vault does not
 * read. An enrolment file may still have them in columns of their names; else they are unknown, and graduates lack these
 * ways to be prepared. Source: CALPADS Update Flash 191 and 184, 2020.
 */
export function workBasedLearningMustBeInTheFile(
  year: number,
  cells: Pick<CellReader<string>, 'has'>,
): Breach | undefined {
  if (year < 2021 || ['workforce', 'apprentice', 'apprenticeOther', 'job'].every((field) => cells.has(field)))
    return undefined;
  return {
    rule: 'workBasedLearningMustBeInTheFile',
    severity: 'note',
    column: null,
    valueClass: 'no column',
    message:
      'from 2020-21 on work-based learning stands in the WBLR file, which the vault does not read: certificates, pre-apprenticeships and job programmes of these graduates are unknown',
    remedy:
      'add columns of those names to the SENR file, or read the share of prepared students as without these ways',
  };
}
