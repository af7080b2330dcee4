-- name: selectMinutes
-- a row is a version of what was written down of a contact, newest first
select m.minutes_version as version, m.notes, m.made_at as "madeAt", p.name as "madeBy"
from contact_minutes m
join person p on p.person_id = m.made_by
where m.partnership_id = $partnershipId::uuid and m.contact_id = $contactId::uuid
order by m.minutes_version desc;

-- name: insertMinutes
-- a row is the next version of the minutes; none comes back when somebody else wrote that version first
insert into contact_minutes (partnership_id, contact_id, minutes_version, notes, made_at, made_by)
values ($partnershipId::uuid, $contactId::uuid, $version::int, $notes, $at::timestamptz, $personId::uuid)
on conflict do nothing
returning minutes_version as version;

-- name: selectContactDecisions
-- a row is something that was decided at a contact, oldest first; of one contact, or of all
select d.decision_id as id, d.contact_id as "contactId", d.decision, d.reason, d.made_at as "madeAt", p.name as "madeBy"
from contact_decision d
join person p on p.person_id = d.made_by
where d.partnership_id = $partnershipId::uuid and ($contactId::uuid is null or d.contact_id = $contactId::uuid)
order by d.made_at, d.decision_id;

-- name: insertContactDecision
insert into contact_decision (partnership_id, contact_id, decision_id, decision, reason, made_at, made_by)
values ($partnershipId::uuid, $contactId::uuid, $decisionId::uuid, $decision, $reason, $at::timestamptz, $personId::uuid);

-- name: selectContactNotes
-- a row is what somebody said after a contact, oldest first
select n.note_id as id, n.took_away as "tookAway", n.will_try as "willTry", n.should_have_asked as "shouldHaveAsked",
  n.made_at as "madeAt", coalesce(p.name, n.by_name) as "madeBy"
from contact_note n
left join person p on p.person_id = n.made_by
where n.partnership_id = $partnershipId::uuid and n.contact_id = $contactId::uuid
order by n.made_at, n.note_id;

-- name: insertContactNote
insert into contact_note (
  partnership_id, contact_id, note_id, took_away, will_try, should_have_asked, made_at, made_by, by_name
)
values (
  $partnershipId::uuid, $contactId::uuid, $noteId::uuid, $tookAway, $willTry, $shouldHaveAsked, $at::timestamptz,
  $personId::uuid, $byName
);
