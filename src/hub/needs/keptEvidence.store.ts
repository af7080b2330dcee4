import { z } from 'zod';
import type { StudentGroupCode } from '../../vocabulary/studentGroup.ts';
import { readStatements } from '../store/statements.ts';
import { newUuid } from '../store/uuid.ts';
import type { DistrictId, MemberView } from '../store/view.ts';
import type { KeptEvidence } from './keptEvidence.ts';

const sql = readStatements(import.meta.url, ['insertKeptEvidence', 'selectKeptEvidence']);

const number = z.number().nullable();
const judgement = z.enum(['better', 'worse', 'as expected']).nullable();
const Columns = z.object({
  evidence_id: z.string(),
  measure_id: z.string(),
  student_group: z.string(),
  school_year: number,
  status: z.enum(['strength', 'need', 'as expected', 'too few students', 'not reported', 'not judged']),
  synthetic: z.boolean(),
  definition_version: z.number(),
  definition_hash: z.string(),
  source_ids: z.array(z.string()),
  value: number,
  n: number,
  expected: number,
  effect: number,
  low: number,
  high: number,
  practical: number,
  judgement,
  per_year: number,
  expected_per_year: number,
  progress_effect: number,
  progress_low: number,
  progress_high: number,
  progress_practical: number,
  progress_judgement: judgement,
  first_year: number,
  last_year: number,
  kept_at: z.date(),
});
const EvidenceRow = Columns.transform((row) => ({
  id: row.evidence_id,
  keptAt: row.kept_at,
  evidence: evidenceOf(row),
}));

/** Evidence with when it was kept. */
export type StoredEvidence = {
  readonly id: string;
  readonly keptAt: Date;
  readonly evidence: KeptEvidence;
};

/** The table's own checks hold its columns together: where one of a part is there, all of it are. */
function evidenceOf(row: z.infer<typeof Columns>): KeptEvidence {
  const whole = (value: number | null) => value ?? 0;
  return {
    measureId: row.measure_id,
    group: row.student_group as StudentGroupCode,
    schoolYear: row.school_year,
    status: row.status,
    synthetic: row.synthetic,
    figure: row.value === null ? null : { value: row.value, n: row.n },
    level:
      row.expected === null
        ? null
        : {
            expected: row.expected,
            effect: whole(row.effect),
            interval: [whole(row.low), whole(row.high)],
            practical: whole(row.practical),
            judgement: row.judgement ?? 'as expected',
          },
    progress:
      row.per_year === null
        ? null
        : {
            perYear: row.per_year,
            expectedPerYear: whole(row.expected_per_year),
            effect: whole(row.progress_effect),
            interval: [whole(row.progress_low), whole(row.progress_high)],
            practical: whole(row.progress_practical),
            judgement: row.progress_judgement ?? 'as expected',
            firstYear: whole(row.first_year),
            lastYear: whole(row.last_year),
          },
    definition: { version: row.definition_version, hash: row.definition_hash },
    sourceIds: row.source_ids,
  };
}

/** Keeps what the grid says of a district's cell, in the transaction of the act that stands on it; answers its id. */
export async function insertKeptEvidence(
  view: MemberView,
  districtId: DistrictId,
  evidence: KeptEvidence,
  at: Date,
): Promise<string> {
  const evidenceId = newUuid(at);
  const { figure, level, progress, definition } = evidence;
  await view.run(sql.insertKeptEvidence, {
    partnershipId: view.member.partnership.id,
    evidenceId,
    districtId,
    measureId: evidence.measureId,
    group: evidence.group,
    schoolYear: evidence.schoolYear,
    status: evidence.status,
    synthetic: evidence.synthetic,
    definitionVersion: definition.version,
    definitionHash: definition.hash,
    sourceIds: [...evidence.sourceIds],
    value: figure?.value ?? null,
    n: figure?.n ?? null,
    expected: level?.expected ?? null,
    effect: level?.effect ?? null,
    low: level?.interval[0] ?? null,
    high: level?.interval[1] ?? null,
    practical: level?.practical ?? null,
    judgement: level?.judgement ?? null,
    perYear: progress?.perYear ?? null,
    expectedPerYear: progress?.expectedPerYear ?? null,
    progressEffect: progress?.effect ?? null,
    progressLow: progress?.interval[0] ?? null,
    progressHigh: progress?.interval[1] ?? null,
    progressPractical: progress?.practical ?? null,
    progressJudgement: progress?.judgement ?? null,
    firstYear: progress?.firstYear ?? null,
    lastYear: progress?.lastYear ?? null,
    at,
  });
  return evidenceId;
}

/** Kept evidence by its ids; one that is not of the partnership is left out. */
export async function selectKeptEvidence(
  view: MemberView,
  evidenceIds: readonly string[],
): Promise<ReadonlyMap<string, StoredEvidence>> {
  const partnershipId = view.member.partnership.id;
  const rows = await view.rows(
    sql.selectKeptEvidence,
    { partnershipId, evidenceIds: [...new Set(evidenceIds)] },
    EvidenceRow,
  );
  return new Map(rows.map((row) => [row.id, row]));
}
