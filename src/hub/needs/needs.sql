-- name: selectNeeds
-- a row is one need as it stands, open or closed; of the whole partnership, or one
select n.need_id as id, n.district_id as "districtId", n.measure_id as "measureId", n.student_group as "group",
  n.is_open as "isOpen", n.version, n.made_at as "madeAt", v.wording, v.focus_area as "focusArea",
  v.owner_id as "ownerId", o.name as "ownerName", v.made_at as "changedAt"
from need n
join need_version v on v.partnership_id = n.partnership_id and v.need_id = n.need_id and v.version = n.version
join person o on o.person_id = v.owner_id
where n.partnership_id = $partnershipId::uuid
  and ($needId::uuid is null or n.need_id = $needId::uuid)
order by n.made_at, n.need_id;

-- name: selectNeedVersions
-- a row is a need as it was worded and owned from one change to the next, newest first
select v.version, v.step, v.wording, v.focus_area as "focusArea", v.owner_id as "ownerId", o.name as "ownerName",
  v.evidence_id as "evidenceId", v.reason, v.words, v.merged_into as "mergedInto", v.made_at as "madeAt", p.name as "madeBy"
from need_version v
join person o on o.person_id = v.owner_id
join person p on p.person_id = v.made_by
where v.partnership_id = $partnershipId::uuid and v.need_id = $needId::uuid
order by v.version desc;

-- name: lockCell
-- whoever opens a need of a cell waits for whoever else does, to the end of their transaction
select pg_advisory_xact_lock(hashtextextended($cell, 0)) is null as locked;

-- name: selectOpenNeed
-- a row is the open need of a district, measure and group
select need_id as id
from need
where partnership_id = $partnershipId::uuid and district_id = $districtId::uuid
  and measure_id = $measureId and student_group = $group and is_open;

-- name: lockNeed
-- whoever closes, opens or asks about a need waits for whoever else does, to the end of their transaction
select need_id as id
from need
where partnership_id = $partnershipId::uuid and need_id = $needId::uuid
for update;

-- name: selectUnansweredAsk
-- a row is an ask about a need that waits for its answer
select ask_id as id
from ask
where partnership_id = $partnershipId::uuid and need_id = $needId::uuid and state = 'asked'
limit 1;

-- name: insertNeed
insert into need (partnership_id, need_id, district_id, measure_id, student_group, is_open, version, made_at, made_by)
values (
  $partnershipId::uuid, $needId::uuid, $districtId::uuid, $measureId, $group, true, 1, $at::timestamptz, $personId::uuid
);

-- name: advanceNeed
-- a row is the need moved on to its next version; none when somebody else moved it on first
update need set version = $version::int, is_open = $isOpen::boolean
where partnership_id = $partnershipId::uuid and need_id = $needId::uuid
  and version = $version::int - 1 and is_open = $wasOpen::boolean
returning need_id as id;

-- name: insertNeedVersion
insert into need_version (
  partnership_id, need_id, version, step, wording, focus_area, owner_id, evidence_id, reason, words, merged_into, made_at, made_by
)
values (
  $partnershipId::uuid, $needId::uuid, $version::int, $step, $wording, $focusArea, $ownerId::uuid, $evidenceId::uuid,
  $reason, $words, $mergedInto::uuid, $at::timestamptz, $personId::uuid
);
