-- name: selectConditions
-- a row is one condition as it stands, dropped ones too, of the partnership, or one
select c.condition_id as id, c.flexibility_id as "flexibilityId", c.source_id as "sourceId", c.version, v.kind,
  v.due_on::text as "dueOn", v.benchmark_id as "benchmarkId", v.district_id as "districtId", v.school_year as "schoolYear",
  v.baseline_year as "baselineYear", v.baseline_value::text as "baselineValue", v.target_year as "targetYear",
  v.target_value::text as "targetValue", v.amount_cents::float8 as "amountCents", v.engagement_id as "engagementId",
  v.first_object as "firstObject", v.last_object as "lastObject", v.sent_on::text as "sentOn", v.is_dropped as "isDropped",
  v.words, v.reason, c.made_at as "writtenAt", v.made_at as "madeAt", p.name as "madeBy"
from condition c
join condition_version v
  on v.partnership_id = c.partnership_id and v.condition_id = c.condition_id and v.version = c.version
join person p on p.person_id = v.made_by
where c.partnership_id = $partnershipId::uuid and ($conditionId::uuid is null or c.condition_id = $conditionId::uuid)
order by v.due_on, c.made_at, c.condition_id;

-- name: insertCondition
insert into condition (partnership_id, condition_id, flexibility_id, source_id, version, made_at, made_by)
values (
  $partnershipId::uuid, $conditionId::uuid, $flexibilityId::uuid, $sourceId::uuid, 1, $at::timestamptz, $personId::uuid
);

-- name: advanceCondition
-- a row is the condition moved on to its next version; none when somebody else moved it on first
update condition set version = $version::int
where partnership_id = $partnershipId::uuid and condition_id = $conditionId::uuid and version = $version::int - 1
returning condition_id as id;

-- name: insertConditionVersion
insert into condition_version (
  partnership_id, condition_id, version, kind, due_on, benchmark_id, district_id, school_year, baseline_year, baseline_value,
  target_year, target_value, amount_cents, engagement_id, first_object, last_object, sent_on, is_dropped, words, reason,
  made_at, made_by
)
values (
  $partnershipId::uuid, $conditionId::uuid, $version::int, $kind, $dueOn::date, $benchmarkId::uuid, $districtId::uuid,
  $schoolYear::int, $baselineYear::int, $baselineValue::numeric, $targetYear::int, $targetValue::numeric, $amountCents::bigint,
  $engagementId::uuid, $firstObject, $lastObject, $sentOn::date, $isDropped::boolean, $words, $reason, $at::timestamptz,
  $personId::uuid
);
