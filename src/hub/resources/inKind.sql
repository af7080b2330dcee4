-- name: selectInKind
-- a row is something that a district gave and that was not taken back, newest first
select i.in_kind_id as id, i.district_id as "districtId", i.engagement_id as "engagementId", i.kind, i.day::text as day,
  i.description, i.value_cents::float8 as "valueCents", i.made_at as "madeAt", p.name as "madeBy"
from in_kind i
join person p on p.person_id = i.made_by
where i.partnership_id = $partnershipId::uuid and i.withdrawn_at is null
order by i.day desc, i.in_kind_id desc;

-- name: insertInKind
insert into in_kind (
  partnership_id, in_kind_id, district_id, engagement_id, kind, day, description, value_cents, made_at, made_by
)
values (
  $partnershipId::uuid, $inKindId::uuid, $districtId::uuid, $engagementId::uuid, $kind, $day::date, $description,
  $valueCents::bigint, $at::timestamptz, $personId::uuid
);

-- name: withdrawInKind
-- a row is what is withdrawn now; none when it was before
update in_kind set withdrawn_at = $at::timestamptz
where partnership_id = $partnershipId::uuid and in_kind_id = $inKindId::uuid and withdrawn_at is null
returning in_kind_id as id;

-- name: selectHourRates
-- a row is what a district says an hour of its people is worth, as it stands
select distinct on (r.district_id) r.district_id as "districtId", r.version, r.cents_per_hour::float8 as "centsPerHour", r.reason,
  r.made_at as "madeAt", p.name as "madeBy"
from hour_rate r
join person p on p.person_id = r.made_by
where r.partnership_id = $partnershipId::uuid
order by r.district_id, r.version desc;

-- name: insertHourRate
-- a row is the version that was written; none when somebody else wrote it first
insert into hour_rate (partnership_id, district_id, version, cents_per_hour, reason, made_at, made_by)
values (
  $partnershipId::uuid, $districtId::uuid, $version::int, $centsPerHour::bigint, $reason, $at::timestamptz, $personId::uuid
)
on conflict (partnership_id, district_id, version) do nothing
returning version;
