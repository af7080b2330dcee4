import { z } from 'zod';
import { selectAgreements } from '../agreement/agreements.store.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import { readStatements } from '../store/statements.ts';
import type { MemberView } from '../store/view.ts';
import { type Sight, sightsOf } from './sights.ts';

const sql = readStatements(import.meta.url, ['selectSharedFigures', 'selectPlaceNames']);

const FigureRow = z.object({
  cds: z.string(),
  place: z.string(),
  measureId: z.string(),
  schoolYear: z.number(),
  grade: z.string(),
  group: z.string(),
  seen: z.enum(['shown', 'coded', 'suppressed']),
  n: z.number().nullable(),
  numerator: z.number().nullable(),
  value: z.string().nullable(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  reason: z.string().nullable(),
  definitionHash: z.string(),
  releaseHash: z.string(),
});
/** What a district shows of one slice of its own students, through a live grant or to its own people. */
export type SharedFigure = z.infer<typeof FigureRow>;

/** What a member may see today: through grants to their district, and all of their own. */
export async function readSights(
  view: MemberView,
  parties: readonly Party[],
  today: string,
): Promise<Sight[]> {
  const own = parties.find(({ districtId }) => districtId === view.member.districtId)?.cds ?? null;
  return sightsOf(await selectAgreements(view), own, today);
}

/** The figures of one measure, every slice; or of every measure the districts as a whole. */
export function selectSharedFigures(
  view: MemberView,
  sights: readonly Sight[],
  asked: { readonly measureId: string | null; readonly today: string; readonly wholeOnly?: boolean },
): Promise<SharedFigure[]> {
  const { measureId, today, wholeOnly = measureId === null } = asked;
  const rows = sights.map(({ grantId, cds, limits }) => ({ grantId, cds, ...limits }));
  return view.rows(
    sql.selectSharedFigures,
    {
      partnershipId: view.member.partnership.id,
      sights: JSON.stringify(rows),
      measureId,
      wholeOnly,
      today,
    },
    FigureRow,
  );
}

/** Whether the member may see today what a district counted of a measure itself, for all its students. */
export async function isMeasureShared(view: MemberView, measureId: string, today: string): Promise<boolean> {
  const sights = await readSights(view, await selectParties(view), today);
  const asked = { measureId, today, wholeOnly: true };
  return sights.length > 0 && (await selectSharedFigures(view, sights, asked)).length > 0;
}

/** Names of schools by their codes, as far as public files have named them. */
export async function selectPlaceNames(
  view: MemberView,
  places: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const Row = z.object({ cds: z.string(), name: z.string() });
  const rows = await view.rows(sql.selectPlaceNames, { places }, Row);
  return new Map(rows.map(({ cds, name }) => [cds, name]));
}
