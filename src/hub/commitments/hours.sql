-- name: selectHours
-- a row is an entry of shared hours as it stands, newest day first; of the whole partnership, one, one engagement or one contact
select h.shared_hours_id as id, h.gives_id as "givesId", h.receives_id as "receivesId", h.entered_id as "enteredId",
  h.focus_area as "focusArea", h.engagement_id as "engagementId", h.contact_id as "contactId", h.ask_id as "askId", h.version,
  v.state, v.day, v.quarter_hours as "quarterHours", v.kind, v.reason, v.words, v.made_at as "changedAt", coalesce(p.name, v.by_name) as "changedBy",
  e.name as "enteredBy"
from shared_hours h
join shared_hours_version v
  on v.partnership_id = h.partnership_id and v.shared_hours_id = h.shared_hours_id and v.version = h.version
left join person p on p.person_id = v.made_by
join person e on e.person_id = h.made_by
where h.partnership_id = $partnershipId::uuid
  and ($hoursId::uuid is null or h.shared_hours_id = $hoursId::uuid)
  and ($engagementId::uuid is null or h.engagement_id = $engagementId::uuid)
  and ($contactId::uuid is null or h.contact_id = $contactId::uuid)
order by v.day desc, h.shared_hours_id desc;

-- name: insertHours
insert into shared_hours (
  partnership_id, shared_hours_id, gives_id, receives_id, entered_id, focus_area, engagement_id, contact_id, ask_id, version,
  made_at, made_by
)
values (
  $partnershipId::uuid, $hoursId::uuid, $givesId::uuid, $receivesId::uuid, $enteredId::uuid, $focusArea, $engagementId::uuid,
  $contactId::uuid, $askId::uuid, 1, $at::timestamptz, $personId::uuid
);

-- name: advanceHours
-- a row is the entry moved on to its next version; none when somebody else moved it on first
update shared_hours set version = $version::int
where partnership_id = $partnershipId::uuid and shared_hours_id = $hoursId::uuid and version = $version::int - 1
returning shared_hours_id as id;

-- name: insertHoursVersion
insert into shared_hours_version (
  partnership_id, shared_hours_id, version, state, day, quarter_hours, kind, reason, words, made_at, made_by, by_name
)
values (
  $partnershipId::uuid, $hoursId::uuid, $version::int, $state, $day::date, $quarterHours::int, $kind, $reason, $words,
  $at::timestamptz, $personId::uuid, $byName
);
