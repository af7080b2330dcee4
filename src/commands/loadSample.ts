import { apiColumns, apiRows } from '../../sample/apiRows.ts';
import { citedDistricts } from '../../sample/citedDistricts.ts';
import { generateSampleState } from '../../sample/generateSampleState.ts';
import { outcomeColumns, schoolColumns } from '../../sample/outcomesLayout.ts';
import { type SamplePartnership, samplePartnership } from '../../sample/partnership.ts';
import { toCsv } from '../../sample/toCsv.ts';
import type { EvidenceSource } from '../layouts/evidenceSource.ts';
import { layouts } from '../layouts/layouts.ts';
import { loadFile } from '../hub/loading/loadFile.store.ts';
import { makeRollUps } from '../hub/loading/rollUps.store.ts';
import {
  createPartnership,
  type NewPartnership,
  requirePartnershipDraft,
} from '../hub/partnership/createPartnership.store.ts';
import type { PartnershipDraft } from '../hub/partnership/partnershipDraft.ts';
import type { Database } from '../hub/store/database.ts';
import { asOperator, type Member } from '../hub/store/view.ts';
import { loadSampleAgreement } from './loadSampleAgreement.ts';
import { loadSampleClaim } from './loadSampleClaim.ts';
import { loadSampleCycles } from './loadSampleCycles.ts';
import { loadSampleCommitments } from './loadSampleCommitments.ts';
import { loadSampleFactSheet } from './loadSampleFactSheet.ts';
import { loadSampleHandover } from './loadSampleHandover.ts';
import { loadSampleNeeds } from './loadSampleNeeds.ts';
import { loadSamplePractices } from './loadSamplePractices.ts';
import { loadSampleReleases } from './loadSampleReleases.ts';
import { loadSampleResources } from './loadSampleResources.ts';
import { loadSampleReviews } from './loadSampleReviews.ts';
import { loadSampleWork } from './loadSampleWork.ts';

/**
 * Generates the sample state, loads it like any public file, and forges the sample partnership. Stopped half-way it can be called
 * again: what is loaded is not loaded twice. `baseUrl` is where it is served, for its mail; null where mail leaves: nobody is written to.
 */
export async function loadSample(
  database: Database,
  now: () => Date,
  progress: (sentence: string) => void,
  baseUrl: string | null,
): Promise<void> {
  progress('Making the sample state…');
  const state = generateSampleState();
  const sources = [
    csvSource('sample_schools.csv', () => toCsv(schoolColumns, state.schools)),
    csvSource('sample_district_observations.csv', () => toCsv(outcomeColumns, state.districtRows())),
    csvSource('sample_school_observations.csv', () => toCsv(outcomeColumns, state.schoolRows())),
    csvSource('sample_performance_index.csv', () => toCsv(apiColumns, apiRows(state.seed))),
  ];
  for (const source of sources) {
    progress(`Loading ${source.name}…`);
    const report = await loadFile(database, source, { layouts, at: now(), sample: true });
    const [finding] = report.findings;
    if (report.outcome !== 'loaded' && report.outcome !== 'already loaded') {
      throw new Error(`${source.name} of the sample: ${report.outcome} ${finding?.message ?? ''}`);
    }
  }
  progress('Comparing districts that serve similar students…');
  await makeRollUps(database);
  progress('Forging the sample partnership…');
  const draft = sampleDraft(samplePartnership);
  const made = await asOperator(database, (view) => createPartnership(view, draft, true, now()));
  const coordinator = coordinatorOf(made, draft);
  progress('Signing the sample agreement…');
  const monthsAgo = () => new Date(now().getTime() - 100 * 86_400_000);
  await loadSampleAgreement(database, coordinator, monthsAgo);
  progress('Releasing figures of the sample…');
  await loadSampleReleases(database, coordinator, now);
  progress('Confirming the sample needs…');
  await loadSampleNeeds(database, coordinator, baseUrl, now);
  progress('Beginning the sample work…');
  await loadSampleWork(database, coordinator, now);
  progress('Testing changes of the sample…');
  await loadSampleCycles(database, coordinator, baseUrl, now);
  progress('Entering the sample practices…');
  await loadSamplePractices(database, coordinator, now);
  progress('Promising and meeting in the sample…');
  await loadSampleCommitments(database, coordinator, baseUrl, now);
  progress('Bringing the sample ledgers…');
  await loadSampleResources(database, coordinator, now);
  progress('Working out the sample claim…');
  await loadSampleClaim(database, coordinator, now);
  progress('Holding the sample review…');
  await loadSampleReviews(database, coordinator, now);
  progress('Publishing the sample fact sheet…');
  await loadSampleFactSheet(database, coordinator, now);
  progress('Handing over in the sample…');
  await loadSampleHandover(database, coordinator, now);
}

function coordinatorOf({ id, people }: NewPartnership, { slug, name }: PartnershipDraft): Member {
  const coordinator = people.find(({ role }) => role === 'coordinator');
  if (!coordinator) throw new Error('the sample has no coordinator');
  return { ...coordinator, districtId: null, partnership: { id, slug, name, isSample: true } };
}

function csvSource(name: string, rows: () => Iterable<string>): EvidenceSource {
  return {
    name,
    async *open() {
      yield* rows();
    },
  };
}

/** The sample's partnership in the words of a partnership's file. */
export function sampleDraft(sample: SamplePartnership): PartnershipDraft {
  const draft = {
    slug: sample.slug,
    name: sample.name,
    startedYear: sample.startedYear,
    districts: sample.districts.map(({ cds }) => cds),
    people: sample.people.map(({ name, email, role, district, focusArea }) => ({
      name,
      email,
      role,
      district: district && citedDistricts[district].cds,
      focusArea,
    })),
    statements: sample.statements,
    benchmarks: sample.benchmarks.map(({ focusArea, measure, group, wording, targets }) => ({
      focusArea,
      measure,
      group,
      wording,
      series: Object.fromEntries(
        targets.map((target) => [
          citedDistricts[target.district].cds,
          {
            baseline: { year: target.baselineYear, value: String(target.baselineValue) },
            provenance: target.provenance,
            reason: target.reason,
            planGoal: `Goal ${target.planGoal.number}: ${target.planGoal.text}`,
            targets: [{ year: target.targetYear, value: String(target.targetValue) }],
          },
        ]),
      ),
    })),
  };
  return requirePartnershipDraft(draft, 'the sample');
}
