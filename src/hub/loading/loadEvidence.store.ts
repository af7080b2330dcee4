import { z } from 'zod';
import { hashDefinition } from '../../measures/hashDefinition.ts';
import { measureById } from '../../measures/registry.ts';
import { insertAuditLine } from '../audit/audit.store.ts';
import { Refusal } from '../../vocabulary/refusal.ts';
import { readStatements } from '../store/statements.ts';
import { noPartnership, type OperatorView } from '../store/view.ts';
import { supersedes } from './coverage.ts';
import { DistrictRow } from '../evidence/evidenceRows.ts';
import { type FactTable, type Facts, factTables, type LoadingSource } from './factCollector.ts';
import { type PlaceRegister, placeRegister } from './placeRegister.ts';

const sql = readStatements(import.meta.url, [
  'lockLoads',
  'tuneForLoading',
  'selectLoadedFile',
  'selectKnownDistricts',
  'selectKnownSchools',
  'selectNewestYear',
  'insertLoadedFile',
  'upsertDistricts',
  'upsertSchools',
  'insertSources',
  'insertDefinitions',
  'selectOtherWordings',
  'insertSourceMeasures',
  'finishLoadedFile',
  'selectLiveFiles',
  'supersedeFiles',
]);

/** COPY takes no parameters and cannot be prepared, so that it stands here and not in the `.sql`. */
const copyInto: Readonly<Record<FactTable, string>> = {
  cell: 'copy cell (district_id, school_id, measure_id, school_year, grade, student_group, source_id, seen, n, numerator, value, words) from stdin',
  profile_fact:
    'copy profile_fact (district_id, school_id, school_year, factor, source_id, value, words) from stdin',
  assistance:
    'copy assistance (district_id, school_year, student_group, source_id, letter, priorities) from stdin',
  assistance_status: 'copy assistance_status (district_id, school_year, source_id, status) from stdin',
  local_indicator:
    'copy local_indicator (district_id, school_id, school_year, priority, item, source_id, rating, words) from stdin',
};

const FileName = z.object({ fileId: z.string(), name: z.string() });
const KnownFile = FileName.extend({ layout: z.string(), supersededBy: z.string().nullable() });
const Nothing = z.object({});

/** Waits until no other load runs; this one then has the store's evidence to itself until its transaction ends. */
export async function beginLoad(view: OperatorView): Promise<void> {
  await view.rows(sql.tuneForLoading, {}, Nothing);
  await view.rows(sql.lockLoads, {}, Nothing);
}

/** The file that was loaded from these very bytes. */
export function selectLoadedFile(view: OperatorView, sha256: string) {
  return view.optionalRow(sql.selectLoadedFile, { sha256 }, KnownFile);
}

/** All districts and schools that the store knows: some eleven thousand for a state. */
export async function selectPlaces(view: OperatorView, newId: () => string): Promise<PlaceRegister> {
  const districts = await view.rows(sql.selectKnownDistricts, {}, DistrictRow);
  const shape = z.object({ districtId: z.string(), schoolId: z.string(), cds: z.string(), name: z.string() });
  const schools = await view.rows(sql.selectKnownSchools, {}, shape);
  const { newestYear } = await view.row(sql.selectNewestYear, {}, z.object({ newestYear: z.number() }));
  return placeRegister({ districts, schools, newestYear }, newId);
}

export type LoadingFile = {
  readonly fileId: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly layout: string;
};

export function insertLoadedFile(view: OperatorView, file: LoadingFile, at: Date): Promise<void> {
  return view.run(sql.insertLoadedFile, { ...file, at });
}

/** Writes collected facts: first the places and datasets they name, then the facts. */
export async function insertFacts(
  view: OperatorView,
  fileId: string,
  places: PlaceRegister,
  facts: Facts,
): Promise<void> {
  const { districts, schools } = places.take();
  if (districts.length > 0) await view.run(sql.upsertDistricts, { districts: JSON.stringify(districts) });
  if (schools.length > 0) await view.run(sql.upsertSchools, { schools: JSON.stringify(schools) });
  if (facts.sources.length > 0) {
    const sources = facts.sources.map(({ sourceId, dataset: { key, ...words } }) => ({
      sourceId,
      dataset: key,
      ...words,
    }));
    await view.run(sql.insertSources, { fileId, sources: JSON.stringify(sources) });
  }
  for (const table of factTables) {
    const text = facts.copyTexts.get(table);
    if (text) await view.copyIn(copyInto[table], once(text));
  }
}

async function* once(text: string): AsyncGenerator<string> {
  yield text;
}

/** Records under which definitions the file's datasets give their figures. Refuses a definition whose words changed. */
export async function insertSourceMeasures(
  view: OperatorView,
  sources: Iterable<LoadingSource>,
  at: Date,
): Promise<void> {
  const measures = [...sources].flatMap(({ sourceId, measures: ids }) =>
    [...ids].map((id) => ({ sourceId, measureId: id, version: measureById(id).version })),
  );
  const definitions = JSON.stringify(
    [...new Set(measures.map(({ measureId }) => measureId))].map((measureId) => {
      const words = measureById(measureId);
      return { measureId, version: words.version, hash: hashDefinition(words), words };
    }),
  );
  await view.run(sql.insertDefinitions, { definitions, at });
  const shape = z.object({ measureId: z.string(), version: z.number() });
  const [other] = await view.rows(sql.selectOtherWordings, { definitions }, shape);
  if (other) {
    throw new Refusal(
      `This store holds version ${other.version} of the definition of ${other.measureId} in other words. Give the changed definition a new version.`,
    );
  }
  await view.run(sql.insertSourceMeasures, { measures: JSON.stringify(measures) });
}

export type LoadCounts = {
  readonly coverage: string;
  readonly rows: number;
  readonly facts: number;
  readonly suppressed: number;
  readonly notes: number;
};

/** Closes the file's record, supersedes its earlier versions and writes the audit line; answers the names of the superseded. */
export async function finishLoad(
  view: OperatorView,
  file: LoadingFile,
  counts: LoadCounts,
  at: Date,
): Promise<string[]> {
  await view.run(sql.finishLoadedFile, { fileId: file.fileId, ...counts });
  const live = await view.rows(
    sql.selectLiveFiles,
    { layout: file.layout, fileId: file.fileId },
    FileName.extend({ coverage: z.string() }),
  );
  const older = live.filter((one) => supersedes(counts.coverage, one.coverage));
  if (older.length > 0) {
    await view.run(sql.supersedeFiles, { at, by: file.fileId, fileIds: older.map(({ fileId }) => fileId) });
  }
  const { rows, facts, suppressed, notes } = counts;
  const superseded = older.map(({ name }) => name);
  const detail = { sha256: file.sha256, layout: file.layout, rows, facts, suppressed, notes, superseded };
  await insertAuditLine(
    view,
    { partnershipId: noPartnership, personId: null },
    { act: 'load evidence', subject: file.name, detail },
    at,
  );
  return superseded;
}
