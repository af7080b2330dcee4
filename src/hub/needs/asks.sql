-- name: selectAsks
-- a row is one ask as it stands, oldest first; of the whole partnership, one need or one
select a.ask_id as id, a.need_id as "needId", a.district_id as "districtId", n.district_id as "askingId",
  n.measure_id as "measureId", n.student_group as "group", v.wording as need, v.owner_id as "ownerId",
  a.focus_area as "focusArea", a.school_year as "schoolYear", a.term, a.kind, a.hours, a.words,
  a.person_id as "personId", a.to_name as "toName", a.to_email as "toEmail", a.evidence_id as "evidenceId",
  a.state, a.version, a.made_at as "madeAt", a.made_by as "askerId", p.name as asker, p.email as "askerEmail",
  coalesce(w.made_at, a.made_at) as "changedAt"
from ask a
join need n on n.partnership_id = a.partnership_id and n.need_id = a.need_id
join need_version v on v.partnership_id = n.partnership_id and v.need_id = n.need_id and v.version = n.version
join person p on p.person_id = a.made_by
left join ask_answer w on w.partnership_id = a.partnership_id and w.ask_id = a.ask_id and w.version = a.version
where a.partnership_id = $partnershipId::uuid
  and ($needId::uuid is null or a.need_id = $needId::uuid)
  and ($askId::uuid is null or a.ask_id = $askId::uuid)
order by a.made_at, a.ask_id;

-- name: selectAskAnswers
-- a row is one answer to an ask, or its withdrawal, oldest first
select w.version, w.state, w.reason, w.words, w.proposed_on as "proposedOn", w.suggested_id as "suggestedId",
  w.suggested_name as "suggestedName", w.suggested_email as "suggestedEmail", w.made_at as "madeAt", p.name as "madeBy"
from ask_answer w
join person p on p.person_id = w.made_by
where w.partnership_id = $partnershipId::uuid and w.ask_id = $askId::uuid
order by w.version;

-- name: insertAsk
insert into ask (
  partnership_id, ask_id, need_id, district_id, focus_area, school_year, term, kind, hours, words,
  person_id, to_name, to_email, evidence_id, state, version, made_at, made_by
)
values (
  $partnershipId::uuid, $askId::uuid, $needId::uuid, $districtId::uuid, $focusArea, $schoolYear::int, $term, $kind, $hours::int,
  $words, $personId::uuid, $toName, $toEmail, $evidenceId::uuid, 'asked', 1, $at::timestamptz, $madeBy::uuid
);

-- name: advanceAsk
-- a row is the ask moved on to its next state; none when somebody else moved it on first
update ask set version = $version::int, state = $state
where partnership_id = $partnershipId::uuid and ask_id = $askId::uuid and version = $version::int - 1
  and state in ('asked', 'accepted')
returning ask_id as id;

-- name: insertAskAnswer
insert into ask_answer (
  partnership_id, ask_id, version, state, reason, words, proposed_on, suggested_id, suggested_name, suggested_email, made_at, made_by
)
values (
  $partnershipId::uuid, $askId::uuid, $version::int, $state, $reason, $words, $proposedOn::date, $suggestedId::uuid,
  $suggestedName, $suggestedEmail, $at::timestamptz, $personId::uuid
);
