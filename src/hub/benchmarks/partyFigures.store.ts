import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import type { StudentGroup } from '../../vocabulary/studentGroup.ts';
import { selectMeasureFigures } from '../evidence/evidence.store.ts';
import { indexFigures, isShown } from '../evidence/figures.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import type { Database } from '../store/database.ts';
import { asMember, type DistrictId, type Member, type MemberView } from '../store/view.ts';
import type { YearValue } from './benchmarkDraft.ts';

/** What a benchmark is about. */
export type BenchmarkSubject = { readonly measure: MeasureDefinition; readonly group: StudentGroup };

/** A district of the partnership with the shown figures a benchmark of its can start from, oldest first. */
export type PartyFigures = { readonly party: Party; readonly figures: readonly YearValue[] };

/** A district's shown figures of a measure and group, oldest first. */
export async function selectShownFigures(
  view: MemberView,
  districtId: DistrictId,
  { measure, group }: BenchmarkSubject,
): Promise<YearValue[]> {
  const figures = indexFigures(await selectMeasureFigures(view, districtId, measure.id));
  return figures
    .years(measure.id)
    .map((year) => figures.find(measure.id, group.code, year))
    .filter(isShown)
    .map(({ subject, figure }) => ({ year: subject.schoolYear, value: figure.value }));
}

/** Every district's shown figures of a measure and group. */
export function readPartyFigures(
  database: Database,
  member: Member,
  about: BenchmarkSubject,
): Promise<PartyFigures[]> {
  return asMember(database, member, async (view) => {
    const found: PartyFigures[] = [];
    for (const party of await selectParties(view)) {
      found.push({ party, figures: await selectShownFigures(view, party.districtId, about) });
    }
    return found;
  });
}

/** What stands before the names of a district's fields in a form. */
export function seriesPrefix(party: Party): string {
  return `${party.position}-`;
}
