-- name: selectLeavings
-- a row is somebody who leaves or has left, newest first; of the whole partnership, or one
select l.leaving_id as id, l.person_id as "personId", p.name, p.email, l.role, l.district_id as "districtId",
  l.focus_area as "focusArea", l.leaves_on::text as "leavesOn", l.successor_id as "successorId", s.name as successor, l.words,
  l.made_at as "madeAt", m.name as "madeBy", l.ended_at as "endedAt", l.called_off_at as "calledOffAt", c.name as "calledOffBy"
from leaving l
join person p on p.person_id = l.person_id
left join person s on s.person_id = l.successor_id
left join person m on m.person_id = l.made_by
left join person c on c.person_id = l.called_off_by
where l.partnership_id = $partnershipId::uuid
  and ($leavingId::uuid is null or l.leaving_id = $leavingId::uuid)
order by l.made_at desc, l.leaving_id desc;

-- name: insertLeaving
-- a row is the leaving that was begun; none when this person leaves already
insert into leaving (
  partnership_id, leaving_id, person_id, role, district_id, focus_area, leaves_on, successor_id, words, made_at, made_by
)
values (
  $partnershipId::uuid, $leavingId::uuid, $personId::uuid, $role, $districtId::uuid, $focusArea, $leavesOn::date,
  $successorId::uuid, $words, $at::timestamptz, $byId::uuid
)
on conflict do nothing
returning leaving_id as id;

-- name: updateSuccessor
-- a row is the open leaving whose successor was named; none when it is over
update leaving set successor_id = $successorId::uuid
where partnership_id = $partnershipId::uuid and leaving_id = $leavingId::uuid and called_off_at is null
returning leaving_id as id;

-- name: callOffLeaving
-- a row is the leaving that was called off; none when it is over
update leaving set called_off_at = $at::timestamptz, called_off_by = $byId::uuid
where partnership_id = $partnershipId::uuid and leaving_id = $leavingId::uuid and ended_at is null and called_off_at is null
returning leaving_id as id;

-- name: endLeaving
-- a row is the leaving with which a membership ended; none when it is over
update leaving set ended_at = $at::timestamptz
where partnership_id = $partnershipId::uuid and leaving_id = $leavingId::uuid and ended_at is null and called_off_at is null
returning leaving_id as id;

-- name: insertHandoverPack
insert into handover_pack (partnership_id, leaving_id, pack_number, hash, content, made_at)
select $partnershipId::uuid, $leavingId::uuid, coalesce(max(pack_number), 0) + 1, $hash, $content, $at::timestamptz
from handover_pack
where partnership_id = $partnershipId::uuid and leaving_id = $leavingId::uuid;

-- name: selectHandoverPacks
-- a row is a pack as it was kept on a day, newest first
select pack_number as "packNumber", hash, content, made_at as "madeAt"
from handover_pack
where partnership_id = $partnershipId::uuid and leaving_id = $leavingId::uuid
order by pack_number desc;
