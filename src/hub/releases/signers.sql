-- name: selectSigners
-- a row is somebody who signs, or signed, the releases of a district, oldest first
select s.signer_id as "id", d.cds, s.name, s.role, s.public_key as "publicKey", s.added_at as "addedAt",
  p.name as "addedBy", s.removed_at as "removedAt"
from release_signer s
join district d on d.district_id = s.district_id
join person p on p.person_id = s.added_by
where s.partnership_id = $partnershipId::uuid
order by s.added_at, s.signer_id;

-- name: insertSigner
-- a row is the signer; none when the key is somebody's already
insert into release_signer (partnership_id, signer_id, district_id, name, role, public_key, added_at, added_by)
values (
  $partnershipId::uuid, $signerId::uuid, $districtId::uuid, $name, $role, $publicKey, $at::timestamptz, $personId::uuid
)
on conflict (partnership_id, public_key) where removed_at is null do nothing
returning signer_id as "id";

-- name: removeSigner
-- a row is the signer that was taken off; none when it was not there
update release_signer set removed_at = $at::timestamptz, removed_by = $personId::uuid
where partnership_id = $partnershipId::uuid and signer_id = $signerId::uuid and district_id = $districtId::uuid
  and removed_at is null
returning name;
