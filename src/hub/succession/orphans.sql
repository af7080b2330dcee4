-- name: selectNotices
-- a row is what was told, and when, of something without owner
select kind, subject_id as "subjectId", owner, told, told_on::text as "toldOn"
from orphan_notice
where partnership_id = $partnershipId::uuid;

-- name: insertNotice
-- a row is what is told now; none when it was told already
insert into orphan_notice (partnership_id, kind, subject_id, owner, told, told_on)
values ($partnershipId::uuid, $kind, $subjectId::uuid, $owner, $told, $toldOn::date)
on conflict do nothing
returning subject_id as id;
