import { liveGrants } from '../agreement/standing.ts';
import { selectAgreements } from '../agreement/agreements.store.ts';
import { selectMeasureFigures } from '../evidence/evidence.store.ts';
import { isShown } from '../evidence/figures.ts';
import type { Party } from '../partnership/partnership.store.ts';
import { readSights, selectSharedFigures } from '../releases/sharedFigures.store.ts';
import type { MemberView } from '../store/view.ts';
import { beforeAndAfter } from './beforeAfter.ts';
import { type BeforeAfter, type Cycle, type SeenFigure, sideOf } from './cycle.ts';
import { fewestStudents } from './ownCount.ts';

/**
 * What the figures say of a cycle's measure and group in each district, before its test began there (or the planner's, where it does not
 * test) and after. Released figures count only for members who may see them today; the holder of a link, and what is kept in a log,
 * sees public ones alone.
 */
export async function readBeforeAfter(
  view: MemberView,
  cycle: Pick<Cycle, 'measureId' | 'group' | 'sides'>,
  parties: readonly Party[],
  {
    today,
    publicOnly = view.holder !== undefined,
  }: { readonly today: string; readonly publicOnly?: boolean },
): Promise<BeforeAfter[]> {
  const released = publicOnly
    ? new Map<string, SeenFigure[]>()
    : await readReleased(view, cycle, parties, today);
  const [planner] = cycle.sides;
  const found: BeforeAfter[] = [];
  for (const { districtId, cds } of parties) {
    const published = (await selectMeasureFigures(view, districtId, cycle.measureId))
      .filter(isShown)
      .filter(({ subject }) => subject.group === cycle.group && subject.grade === 'all')
      .map(
        ({ subject, figure }): SeenFigure => ({
          year: subject.schoolYear,
          value: figure.value,
          n: figure.n,
          from: 'public',
        }),
      );
    const side = cycle.sides.find((one) => one.districtId === districtId) ?? planner;
    const startsOn = side?.startsOn ?? today;
    found.push({ districtId, ...beforeAndAfter([...published, ...(released.get(cds) ?? [])], startsOn) });
  }
  return found;
}

async function readReleased(
  view: MemberView,
  { measureId, group }: Pick<Cycle, 'measureId' | 'group'>,
  parties: readonly Party[],
  today: string,
): Promise<Map<string, SeenFigure[]>> {
  const sights = await readSights(view, parties, today);
  const found = new Map<string, SeenFigure[]>();
  if (sights.length === 0) return found;
  for (const figure of await selectSharedFigures(view, sights, { measureId, today })) {
    const { cds, place, grade, seen, value, schoolYear: year, n } = figure;
    if (place !== cds || grade !== 'all' || figure.group !== group || seen !== 'shown' || value === null)
      continue;
    found.set(cds, [...(found.get(cds) ?? []), { year, value, n, from: 'release' }]);
  }
  return found;
}

/** The fewest students a count may be of on a day: the state's number, or what an agreement in force raised it to. */
export async function readFewest(view: MemberView, today: string): Promise<number> {
  const live = (await selectAgreements(view)).flatMap((agreement) => liveGrants(agreement, today));
  return Math.max(fewestStudents, ...live.map(({ clause }) => clause.smallestGroup));
}

/** The districts of a cycle that keep it: those that test it, in the order of the partnership. */
export function testingParties(cycle: Cycle, parties: readonly Party[]): Party[] {
  return parties.filter(({ districtId }) => sideOf(cycle, districtId));
}
