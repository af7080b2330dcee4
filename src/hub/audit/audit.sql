-- name: makeAuditHead
-- a row is the newest link of one partnership's chain
insert into audit_head (partnership_id, seq, hash)
values ($partnershipId::uuid, 0, $start::bytea)
on conflict do nothing;

-- name: lockAuditHead
select seq, hash from audit_head where partnership_id = $partnershipId::uuid for update;

-- name: advanceAuditHead
update audit_head set seq = $seq::bigint, hash = $hash::bytea where partnership_id = $partnershipId::uuid;

-- name: insertAuditLine
-- a row is one act
insert into audit (partnership_id, seq, at, person_id, act, subject, detail, previous_hash, hash)
values (
  $partnershipId::uuid, $seq::bigint, $at::timestamptz, $personId::uuid, $act, $subject, $detail::jsonb,
  $previousHash::bytea, $hash::bytea
);

-- name: selectAuditLines
-- a row is one act, newest first
select a.partnership_id, a.seq, a.at, a.person_id, p.name as person_name, a.act, a.subject, a.detail, a.previous_hash, a.hash
from audit a
left join person p on p.person_id = a.person_id
where a.partnership_id = $partnershipId::uuid and a.seq > $afterSeq::bigint
order by a.seq desc
limit $most::int;
