-- name: insertKeptEvidence
-- a row is what the grid says of one cell, kept because somebody acts on it
insert into kept_evidence (
  partnership_id, evidence_id, district_id, measure_id, student_group, school_year, status, synthetic,
  definition_version, definition_hash, source_ids, value, n, expected, effect, low, high, practical, judgement,
  per_year, expected_per_year, progress_effect, progress_low, progress_high, progress_practical, progress_judgement, first_year, last_year, kept_at
)
values (
  $partnershipId::uuid, $evidenceId::uuid, $districtId::uuid, $measureId, $group, $schoolYear::int, $status, $synthetic::boolean,
  $definitionVersion::int, $definitionHash, $sourceIds::uuid[], $value::double precision, $n::int,
  $expected::double precision, $effect::double precision, $low::double precision, $high::double precision,
  $practical::double precision, $judgement, $perYear::double precision, $expectedPerYear::double precision,
  $progressEffect::double precision, $progressLow::double precision, $progressHigh::double precision,
  $progressPractical::double precision, $progressJudgement, $firstYear::int, $lastYear::int, $at::timestamptz
);

-- name: selectKeptEvidence
-- a row is what the grid said of one cell when somebody acted on it
select evidence_id, measure_id, student_group, school_year, status, synthetic, definition_version, definition_hash,
  to_jsonb(source_ids) as source_ids, value, n, expected, effect, low, high, practical, judgement,
  per_year, expected_per_year, progress_effect, progress_low, progress_high, progress_practical, progress_judgement, first_year, last_year, kept_at
from kept_evidence
where partnership_id = $partnershipId::uuid and evidence_id = any ($evidenceIds::uuid[]);
