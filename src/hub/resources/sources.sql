-- name: selectSources
-- a row is one funding source as it stands, of the whole partnership, or one
select s.source_id as id, s.version, v.name, v.kind, v.district_id as "districtId", v.resource_code as "resourceCode",
  v.restricted, v.from_day::text as "fromDay", v.until_day::text as "untilDay", v.amount_cents::float8 as "amountCents",
  v.words, v.reason, v.made_at as "madeAt", p.name as "madeBy"
from funding_source s
join funding_source_version v
  on v.partnership_id = s.partnership_id and v.source_id = s.source_id and v.version = s.version
join person p on p.person_id = v.made_by
where s.partnership_id = $partnershipId::uuid and ($sourceId::uuid is null or s.source_id = $sourceId::uuid)
order by v.from_day, s.made_at, s.source_id;

-- name: selectSourceVersions
-- a row is a funding source from one change to the next, newest first
select v.source_id as id, v.version, v.name, v.kind, v.district_id as "districtId", v.resource_code as "resourceCode",
  v.restricted, v.from_day::text as "fromDay", v.until_day::text as "untilDay", v.amount_cents::float8 as "amountCents",
  v.words, v.reason, v.made_at as "madeAt", p.name as "madeBy"
from funding_source_version v
join person p on p.person_id = v.made_by
where v.partnership_id = $partnershipId::uuid and v.source_id = $sourceId::uuid
order by v.version desc;

-- name: insertSource
insert into funding_source (partnership_id, source_id, version, made_at, made_by)
values ($partnershipId::uuid, $sourceId::uuid, 1, $at::timestamptz, $personId::uuid);

-- name: advanceSource
-- a row is the source moved on to its next version; none when somebody else moved it on first
update funding_source set version = $version::int
where partnership_id = $partnershipId::uuid and source_id = $sourceId::uuid and version = $version::int - 1
returning source_id as id;

-- name: insertSourceVersion
insert into funding_source_version (
  partnership_id, source_id, version, name, kind, district_id, resource_code, restricted, from_day, until_day, amount_cents,
  words, reason, made_at, made_by
)
values (
  $partnershipId::uuid, $sourceId::uuid, $version::int, $name, $kind, $districtId::uuid, $resourceCode, $restricted::boolean,
  $fromDay::date, $untilDay::date, $amountCents::bigint, $words, $reason, $at::timestamptz, $personId::uuid
);
