import { formatValue } from '../../measures/formatValue.ts';
import { measureById } from '../../measures/registry.ts';
import type { MeasureDefinition } from '../../vocabulary/measure.ts';
import { findStudentGroup, type StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { type KeptBenchmark, selectBenchmarks } from '../benchmarks/benchmarks.store.ts';
import { paceSentence } from '../benchmarks/paceSentence.ts';
import { standingOf } from '../benchmarks/standing.ts';
import type { Pace } from '../benchmarks/pace.ts';
import { type NewestFinding, selectClaims, selectNewestFindings } from '../claims/claims.store.ts';
import type { Cycle } from '../cycles/cycle.ts';
import { selectCycles } from '../cycles/cycles.store.ts';
import { selectMeasureFigures, selectMeasureSpreads } from '../evidence/evidence.store.ts';
import { type Figures, indexFigures, isShown } from '../evidence/figures.ts';
import { indexSpreads, type Spreads } from '../evidence/figureVariance.ts';
import { type Need, selectNeeds } from '../needs/needs.store.ts';
import { type Party, selectParties } from '../partnership/partnership.store.ts';
import type { MemberView } from '../store/view.ts';
import type { Engagement } from '../work/engagement.ts';
import { selectEngagements } from '../work/engagements.store.ts';
import { type Adoption, selectAdoptions } from './adoptions.store.ts';
import { type BeforeAndSince, splitAt, type YearFigure } from './beforeAndSince.ts';
import { type DerivedTier, essaTier } from './essaTier.ts';
import { cyclesAbout, isStudied } from './libraryReading.store.ts';
import {
  type Practice,
  type PracticeVersion,
  selectOptionalPractice,
  selectPracticeVersions,
} from './practices.store.ts';
import { type Study, selectStudies } from './studies.store.ts';

/** What a district's figures say about one of the groups a practice is for. */
export type PlaceFigures = {
  readonly party: Party;
  readonly group: StudentGroupCode;
  readonly figures: readonly YearFigure[];
  /** From the day the district first took it up; undefined where it has not, or where years cannot be compared. */
  readonly split: BeforeAndSince | undefined;
  readonly since: string | undefined;
  /** Where the district promised something about the same measure and group. */
  readonly promised:
    | { readonly benchmarkId: string; readonly pace: Pace; readonly sentence: string }
    | undefined;
};

/** Everything that stands about one practice. */
export type PracticeReading = {
  readonly practice: Practice;
  readonly measure: MeasureDefinition;
  readonly versions: readonly PracticeVersion[];
  readonly parties: readonly Party[];
  readonly studies: readonly Study[];
  readonly tier: DerivedTier;
  readonly adoptions: readonly Adoption[];
  /** The need it came from, and the open needs of the same measure and one of its groups. */
  readonly needs: readonly Need[];
  readonly engagements: readonly Engagement[];
  /** Tests in small of the same work and measure. */
  readonly cycles: readonly Cycle[];
  readonly question: string | undefined;
  readonly finding: NewestFinding | undefined;
  readonly places: readonly PlaceFigures[];
};

/** Reads a practice; undefined when there is none of this id. */
export async function readPractice(view: MemberView, id: string): Promise<PracticeReading | undefined> {
  const practice = await selectOptionalPractice(view, id);
  if (!practice) return undefined;
  const parties = await selectParties(view);
  const studies = await selectStudies(view, id);
  const adoptions = await selectAdoptions(view, id);
  const needs = (await selectNeeds(view)).filter(
    (need) => need.id === practice.needId || isOpenAbout(need, practice),
  );
  const claim = practice.claimId && (await selectClaims(view)).find((one) => one.id === practice.claimId);
  const cycles = cyclesAbout(practice, adoptions, await selectCycles(view));
  return {
    practice,
    cycles,
    measure: measureById(practice.measureId),
    versions: await selectPracticeVersions(view, id),
    parties,
    studies,
    tier: essaTier(
      studies.filter(({ withdrawnAt }) => withdrawnAt === null),
      isStudied(practice, cycles),
    ),
    adoptions,
    needs,
    engagements: await selectEngagements(view),
    question: claim ? claim.registration.question : undefined,
    finding: practice.claimId
      ? (await selectNewestFindings(view)).find(({ claimId }) => claimId === practice.claimId)
      : undefined,
    places: await readPlaces(view, practice, parties, adoptions),
  };
}

function isOpenAbout({ isOpen, measureId, group }: Need, practice: Practice): boolean {
  return isOpen && measureId === practice.measureId && practice.groups.includes(group);
}

async function readPlaces(
  view: MemberView,
  practice: Practice,
  parties: readonly Party[],
  adoptions: readonly Adoption[],
): Promise<PlaceFigures[]> {
  const measure = measureById(practice.measureId);
  const spreads = indexSpreads(await selectMeasureSpreads(view));
  const benchmarks = await selectBenchmarks(view);
  const places: PlaceFigures[] = [];
  for (const party of parties) {
    const indexed = indexFigures(await selectMeasureFigures(view, party.districtId, measure.id));
    const since = adoptions.find(({ districtId }) => districtId === party.districtId)?.since;
    for (const group of practice.groups) {
      const figures = yearFigures(indexed, measure, group);
      const benchmark = benchmarks.find(
        (one) => one.measureId === measure.id && one.group === group && one.grade === 'all',
      );
      places.push({
        party,
        group,
        figures,
        since,
        split: since && !measure.notOverYears ? splitAt(figures, since) : undefined,
        promised: benchmark && promisedOf(benchmark, party, measure, indexed, spreads),
      });
    }
  }
  return places;
}

function yearFigures(figures: Figures, measure: MeasureDefinition, group: StudentGroupCode): YearFigure[] {
  return figures
    .years(measure.id)
    .map((year) => figures.find(measure.id, group, year))
    .filter(isShown)
    .map(({ subject, figure }) => ({
      year: subject.schoolYear,
      value: Number(figure.value),
      text: formatValue(figure.value, measure.unit, measure.decimals),
    }));
}

function promisedOf(
  benchmark: KeptBenchmark,
  party: Party,
  measure: MeasureDefinition,
  figures: Figures,
  spreads: Spreads,
): PlaceFigures['promised'] {
  const group = findStudentGroup(benchmark.group);
  if (!group || measure.unit === 'letter' || measure.unit === 'flag') return undefined;
  const series = benchmark.series.get(party.districtId)?.[0];
  const { pace, students } = standingOf(series, { measure, group }, figures, spreads);
  if (!pace) return undefined;
  const words = { subject: party.shortName, unit: measure.unit, decimals: measure.decimals, students };
  return { benchmarkId: benchmark.id, pace, sentence: paceSentence(pace, words) };
}
