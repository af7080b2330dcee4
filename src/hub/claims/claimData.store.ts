import { z } from 'zod';
import { readStatements } from '../store/statements.ts';
import type { DistrictId, View } from '../store/view.ts';
import type { ClaimOutcome } from './claimTerms.ts';
import { measuresBehind, type OutcomeFigure, parseOutcomeLines } from './outcomeFigures.ts';

const sql = readStatements(import.meta.url, ['selectOutcomeLines']);

type Years = { readonly first: number; readonly last: number };

/**
 * The figures a claim's outcome is made of, by district: of every district, or of those asked for. Gains need the year
 * before the first, so that it is read too.
 */
export async function selectOutcomeFigures(
  view: View,
  outcome: ClaimOutcome,
  years: Years,
  districtIds: readonly DistrictId[] | null = null,
): Promise<Map<DistrictId, OutcomeFigure[]>> {
  const { lines } = await view.row(
    sql.selectOutcomeLines,
    {
      measureIds: measuresBehind(outcome),
      group: outcome.group,
      firstYear: years.first - 1,
      lastYear: years.last,
      districtIds,
    },
    z.object({ lines: z.string().nullable() }),
  );
  return lines === null ? new Map() : parseOutcomeLines(lines);
}
