-- name: selectSigners
-- a row is somebody who signs, will sign or signed the releases of a district, oldest first
select s.signer_id as "id", d.cds, s.name, s.role, s.mail, s.public_key as "publicKey", s.added_at as "addedAt",
  p.name as "addedBy", s.holder_id as "holderId", s.let_at as "letAt", l.name as "letBy", s.removed_at as "removedAt",
  m.person_id is not null as "isHolderHere"
from release_signer s
join district d on d.district_id = s.district_id
join person p on p.person_id = s.added_by
left join person l on l.person_id = s.let_by
left join membership m on m.partnership_id = s.partnership_id and m.person_id = s.holder_id
  and m.district_id = s.district_id
where s.partnership_id = $partnershipId::uuid
order by s.added_at, s.signer_id;

-- name: insertSigner
-- a row is the signer, who does not count yet; none when the key or the person is a signer already
insert into release_signer (
  partnership_id, signer_id, district_id, name, role, mail, public_key, added_at, added_by, holder_id
)
values (
  $partnershipId::uuid, $signerId::uuid, $districtId::uuid, $name, $role, $mail, $publicKey, $at::timestamptz,
  $personId::uuid, $personId::uuid
)
on conflict do nothing
returning signer_id as "id";

-- name: letSigner
-- a row is the signer who counts from now on; none when nobody waits there, or it is the one who asks
update release_signer set let_at = $at::timestamptz, let_by = $personId::uuid
where partnership_id = $partnershipId::uuid and signer_id = $signerId::uuid and district_id = $districtId::uuid
  and removed_at is null and let_at is null and holder_id <> $personId::uuid
returning name, public_key as "publicKey";

-- name: removeSigner
-- a row is the signer that was taken off; none when it was not there
update release_signer set removed_at = $at::timestamptz, removed_by = $personId::uuid
where partnership_id = $partnershipId::uuid and signer_id = $signerId::uuid and district_id = $districtId::uuid
  and removed_at is null
returning name;
