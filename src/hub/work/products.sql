-- name: selectProductVersions
-- a row is a version of what an engagement makes, newest first
select m.product_version as version, m.words, m.place, m.made_at as "madeAt", p.name as "madeBy"
from product_version m
join person p on p.person_id = m.made_by
where m.partnership_id = $partnershipId::uuid and m.engagement_id = $engagementId::uuid
order by m.product_version desc;

-- name: selectProductUses
-- a row is the version of a product that a district uses from a moment on, oldest first
select u.district_id as "districtId", u.use, u.product_version as version, u.adaptation, u.made_at as "madeAt", p.name as "madeBy"
from product_use u
join person p on p.person_id = u.made_by
where u.partnership_id = $partnershipId::uuid and u.engagement_id = $engagementId::uuid
order by u.district_id, u.use;

-- name: selectPilots
-- a row is a pilot of a version, with what came of it, by its first day
select t.pilot_id as id, t.district_id as "districtId", t.product_version as version, t.name, t.place, t.starts_on as "startsOn",
  t.ends_on as "endsOn", r.result, r.words, r.made_at as "toldAt", p.name as "toldBy"
from pilot t
left join pilot_result r on r.partnership_id = t.partnership_id and r.engagement_id = t.engagement_id and r.pilot_id = t.pilot_id
left join person p on p.person_id = r.made_by
where t.partnership_id = $partnershipId::uuid and t.engagement_id = $engagementId::uuid
order by t.starts_on, t.pilot_id;

-- name: selectSignOffs
-- a row is a district's signature under a version of a product
select s.product_version as version, s.district_id as "districtId", s.made_at as "madeAt", p.name as "madeBy"
from product_sign_off s
join person p on p.person_id = s.made_by
where s.partnership_id = $partnershipId::uuid and s.engagement_id = $engagementId::uuid
order by s.product_version, s.made_at;

-- name: insertProductVersion
insert into product_version (partnership_id, engagement_id, product_version, words, place, made_at, made_by)
values (
  $partnershipId::uuid, $engagementId::uuid, $version::int, $words, $place, $at::timestamptz, $personId::uuid
);

-- name: insertProductUse
insert into product_use (partnership_id, engagement_id, district_id, use, product_version, adaptation, made_at, made_by)
values (
  $partnershipId::uuid, $engagementId::uuid, $districtId::uuid, $use::int, $version::int, $adaptation, $at::timestamptz,
  $personId::uuid
);

-- name: insertPilot
insert into pilot (
  partnership_id, engagement_id, pilot_id, district_id, product_version, name, place, starts_on, ends_on, made_at, made_by
)
values (
  $partnershipId::uuid, $engagementId::uuid, $pilotId::uuid, $districtId::uuid, $version::int, $name, $place, $startsOn::date,
  $endsOn::date, $at::timestamptz, $personId::uuid
);

-- name: insertPilotResult
-- a row is the result that was written; none when the pilot has one already
insert into pilot_result (partnership_id, engagement_id, pilot_id, result, words, made_at, made_by)
values (
  $partnershipId::uuid, $engagementId::uuid, $pilotId::uuid, $result, $words, $at::timestamptz, $personId::uuid
)
on conflict do nothing
returning pilot_id as id;

-- name: insertSignOff
-- a row is the signature that was put; none when the district has signed this version already
insert into product_sign_off (partnership_id, engagement_id, product_version, district_id, made_at, made_by)
values (
  $partnershipId::uuid, $engagementId::uuid, $version::int, $districtId::uuid, $at::timestamptz, $personId::uuid
)
on conflict do nothing
returning district_id as id;
