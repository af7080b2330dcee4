-- name: selectPractices
-- a row is one practice as it stands; of the whole partnership, or one
select p.practice_id as id, p.version, v.name, v.done, v.focus_area as "focusArea", v.strategy, v.measure_id as "measureId",
  v.student_groups as groups, v.grades, v.hours, v.people, v.materials, v.link, v.district_id as "districtId",
  v.need_id as "needId", v.engagement_id as "engagementId", v.claim_id as "claimId", p.made_at as "madeAt",
  a.name as "madeBy", v.made_at as "changedAt"
from practice p
join practice_version v on v.partnership_id = p.partnership_id and v.practice_id = p.practice_id and v.version = p.version
join person a on a.person_id = p.made_by
where p.partnership_id = $partnershipId::uuid
  and ($practiceId::uuid is null or p.practice_id = $practiceId::uuid)
order by lower(v.name), p.practice_id;

-- name: selectPracticeVersions
-- a row is a practice as it was described from one change to the next, newest first
select v.version, v.name, v.done, v.words, v.made_at as "madeAt", p.name as "madeBy"
from practice_version v
join person p on p.person_id = v.made_by
where v.partnership_id = $partnershipId::uuid and v.practice_id = $practiceId::uuid
order by v.version desc;

-- name: insertPractice
insert into practice (partnership_id, practice_id, version, made_at, made_by)
values ($partnershipId::uuid, $practiceId::uuid, 1, $at::timestamptz, $personId::uuid);

-- name: advancePractice
-- a row is the practice moved on to its next version; none when somebody else moved it on first
update practice set version = $version::int
where partnership_id = $partnershipId::uuid and practice_id = $practiceId::uuid and version = $version::int - 1
returning practice_id as id;

-- name: insertPracticeVersion
insert into practice_version (
  partnership_id, practice_id, version, name, done, focus_area, strategy, measure_id, student_groups, grades, hours, people,
  materials, link, district_id, need_id, engagement_id, claim_id, words, made_at, made_by
)
values (
  $partnershipId::uuid, $practiceId::uuid, $version::int, $name, $done, $focusArea, $strategy, $measureId, $groups::text[],
  $grades::text[], $hours, $people, $materials, $link, $districtId::uuid, $needId::uuid, $engagementId::uuid,
  $claimId::uuid, $words, $at::timestamptz, $personId::uuid
);

-- name: selectHits
-- a row is a practice, a way in which it was taken up, or what came of that, in whose words a search was found; none when nothing but
-- words too common to look for was asked
with asked as (select websearch_to_tsquery('english', $words) as query),
  said as (
    select p.practice_id, null::uuid as adoption_id, 'practice' as kind, v.search,
      concat_ws(' ', v.name || '.', v.done, v.people, v.materials, v.hours) as text
    from practice p
    join practice_version v on v.partnership_id = p.partnership_id and v.practice_id = p.practice_id and v.version = p.version
    where p.partnership_id = $partnershipId::uuid
    union all
    select a.practice_id, a.adoption_id, 'adaptation', a.search, concat_ws(' ', a.changed, a.why)
    from adoption a
    where a.partnership_id = $partnershipId::uuid and a.changed is not null
    union all
    select a.practice_id, a.adoption_id, r.result, r.search, r.words
    from adoption_result r
    join adoption a on a.partnership_id = r.partnership_id and a.adoption_id = r.adoption_id
    where r.partnership_id = $partnershipId::uuid and r.words is not null and r.result_number = (
      select max(l.result_number) from adoption_result l
      where l.partnership_id = r.partnership_id and l.adoption_id = r.adoption_id
    )
  )
select s.practice_id as "practiceId", s.adoption_id as "adoptionId", s.kind,
  ts_headline(
    'english', s.text, asked.query,
    'StartSel=' || chr(1) || ', StopSel=' || chr(2) || ', MaxFragments=1, MaxWords=32, MinWords=14'
  ) as sentence
from said s, asked
where s.search @@ asked.query
order by ts_rank(s.search, asked.query) desc, s.practice_id, s.adoption_id
limit 200;

-- name: selectIsTooCommon
-- a row says whether nothing is left of a search once the words that are too common to look for are out
select numnode(websearch_to_tsquery('english', $words)) = 0 as "tooCommon";
