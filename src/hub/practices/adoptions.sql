-- name: selectAdoptions
-- a row is a district that took up a practice, with the newest of what came of it, oldest first; of the whole partnership, or of one
-- practice
select a.adoption_id as id, a.practice_id as "practiceId", a.practice_version as "practiceVersion",
  a.from_adoption_id as "fromId", a.district_id as "districtId", a.setting, a.schools, a.since::text as since,
  a.engagement_id as "engagementId", a.changes, a.changed, a.why, a.made_at as "madeAt", p.name as "madeBy",
  coalesce(r.result_number, 0) as "resultNumber", r.result, r.student_group as "group", r.setting as "resultSetting", r.reason,
  r.words, r.made_at as "resultAt", q.name as "resultBy"
from adoption a
join person p on p.person_id = a.made_by
left join adoption_result r on r.partnership_id = a.partnership_id and r.adoption_id = a.adoption_id and r.result_number = (
  select max(l.result_number) from adoption_result l
  where l.partnership_id = a.partnership_id and l.adoption_id = a.adoption_id
)
left join person q on q.person_id = r.made_by
where a.partnership_id = $partnershipId::uuid
  and ($practiceId::uuid is null or a.practice_id = $practiceId::uuid)
order by a.since, a.made_at, a.adoption_id;

-- name: selectResults
-- a row is what a district said came of an adoption at one time, newest first
select r.result_number as "resultNumber", r.result, r.words, r.made_at as "madeAt", p.name as "madeBy"
from adoption_result r
join person p on p.person_id = r.made_by
where r.partnership_id = $partnershipId::uuid and r.adoption_id = $adoptionId::uuid
order by r.result_number desc;

-- name: insertAdoption
insert into adoption (
  partnership_id, adoption_id, practice_id, practice_version, from_adoption_id, district_id, setting, schools, since,
  engagement_id, changes, changed, why, made_at, made_by
)
values (
  $partnershipId::uuid, $adoptionId::uuid, $practiceId::uuid, $practiceVersion::int, $fromId::uuid, $districtId::uuid, $setting,
  $schools::int, $since::date, $engagementId::uuid, $changes::text[], $changed, $why, $at::timestamptz, $personId::uuid
);

-- name: lockAdoption
-- whoever says what came of an adoption waits for whoever else does, to the end of their transaction
select pg_advisory_xact_lock(hashtextextended('adoption ' || $adoptionId, 0)) is null as locked;

-- name: insertResult
-- a row is the result that was written; none when somebody else said something after the one it was based on
insert into adoption_result (
  partnership_id, adoption_id, result_number, result, student_group, setting, reason, words, made_at, made_by
)
select $partnershipId::uuid, $adoptionId::uuid, $basedOn::int + 1, $result, $group, $setting, $reason, $words,
  $at::timestamptz, $personId::uuid
where $basedOn::int = (
  select coalesce(max(result_number), 0) from adoption_result
  where partnership_id = $partnershipId::uuid and adoption_id = $adoptionId::uuid
)
returning result_number as "resultNumber";
