-- name: selectCycles
-- a row is one cycle as it was planned, newest first; of one engagement, or one cycle
select c.cycle_id as id, c.engagement_id as "engagementId", c.district_id as "districtId", c.follows_id as "followsId",
  c.change_kind as "changeKind", c.idea, c.measure_id as "measureId", c.student_group as "group", c.prediction, c.amount,
  c.made_at as "madeAt", p.name as "madeBy"
from cycle c
join person p on p.person_id = c.made_by
where c.partnership_id = $partnershipId::uuid
  and ($engagementId::uuid is null or c.engagement_id = $engagementId::uuid)
  and ($cycleId::uuid is null or c.cycle_id = $cycleId::uuid)
order by c.made_at desc, c.cycle_id desc;

-- name: selectCycleSides
-- a row is one district's side of a cycle as it stands, with why its day was moved and why it was given to somebody else last
select distinct on (s.cycle_id, y.position, s.district_id) s.cycle_id as "cycleId", s.district_id as "districtId", s.version,
  s.schools, s.school_names as "schoolNames", s.names_shared as "namesShared", s.leader_id as "leaderId",
  s.leader_name as "leaderName", s.leader_email as "leaderEmail", s.starts_on as "startsOn", s.study_on as "studyOn",
  m.reason as "movedReason", m.words as "movedWords", h.reason as "handedReason", h.words as "handedWords"
from cycle c
join cycle_side s on s.partnership_id = c.partnership_id and s.cycle_id = c.cycle_id
left join party y on y.partnership_id = s.partnership_id and y.district_id = s.district_id
left join lateral (
  select v.reason, v.words from cycle_side v
  where v.partnership_id = s.partnership_id and v.cycle_id = s.cycle_id and v.district_id = s.district_id and v.step = 'moved'
  order by v.version desc limit 1
) m on true
left join lateral (
  select v.reason, v.words from cycle_side v
  where v.partnership_id = s.partnership_id and v.cycle_id = s.cycle_id and v.district_id = s.district_id and v.step = 'handed over'
  order by v.version desc limit 1
) h on true
where c.partnership_id = $partnershipId::uuid
  and ($engagementId::uuid is null or c.engagement_id = $engagementId::uuid)
  and ($cycleId::uuid is null or c.cycle_id = $cycleId::uuid)
order by s.cycle_id, y.position, s.district_id, s.version desc;

-- name: selectCycleLogs
-- a row is one entry of a district's log of a cycle, oldest first
select l.cycle_id as "cycleId", l.district_id as "districtId", l.entry, l.step, l.done, l.counted, l.numerator, l.n,
  l.too_few as "tooFew", l.figures, l.act, l.reason, l.words, l.made_at as "madeAt", coalesce(p.name, k.holder_name) as "madeBy",
  l.by_link is not null as "byLink"
from cycle c
join cycle_log l on l.partnership_id = c.partnership_id and l.cycle_id = c.cycle_id
left join person p on p.person_id = l.made_by
left join signed_link k on k.partnership_id = l.partnership_id and k.link_id = l.by_link
where c.partnership_id = $partnershipId::uuid
  and ($engagementId::uuid is null or c.engagement_id = $engagementId::uuid)
  and ($cycleId::uuid is null or c.cycle_id = $cycleId::uuid)
order by l.cycle_id, l.district_id, l.entry;

-- name: lockCycle
-- whoever changes a side of a cycle waits for whoever else does, to the end of their transaction
select pg_advisory_xact_lock(hashtextextended($cycle, 0)) is null as locked;

-- name: insertCycle
insert into cycle (
  partnership_id, cycle_id, engagement_id, district_id, follows_id, change_kind, idea, measure_id, student_group, prediction, amount,
  made_at, made_by
)
values (
  $partnershipId::uuid, $cycleId::uuid, $engagementId::uuid, $districtId::uuid, $followsId::uuid, $changeKind, $idea, $measureId, $group,
  $prediction, $amount::numeric, $at::timestamptz, $personId::uuid
);

-- name: insertCycleSide
insert into cycle_side (
  partnership_id, cycle_id, district_id, version, step, schools, school_names, names_shared, leader_id, leader_name, leader_email,
  starts_on, study_on, reason, words, made_at, made_by
)
values (
  $partnershipId::uuid, $cycleId::uuid, $districtId::uuid, $version::int, $step, $schools::int, $schoolNames, $namesShared::boolean,
  $leaderId::uuid, $leaderName, $leaderEmail, $startsOn::date, $studyOn::date, $reason, $words, $at::timestamptz, $personId::uuid
);

-- name: insertCycleLog
insert into cycle_log (
  partnership_id, cycle_id, district_id, entry, step, done, counted, numerator, n, too_few, figures, act, reason, words, made_at,
  made_by, by_link
)
values (
  $partnershipId::uuid, $cycleId::uuid, $districtId::uuid, $entry::int, $step, $done, $counted, $numerator::int, $n::int,
  $tooFew::boolean, $figures::jsonb, $act, $reason, $words, $at::timestamptz, $personId::uuid, $linkId::uuid
);
