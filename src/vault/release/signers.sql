-- name: selectSigners
-- A row is a key that may sign, or might once, whose it is, and who let it in.
select
  name, role, mail, public_key as "publicKey", registered_at as "registeredAt", registered_by as "registeredBy",
  ended_at as "endedAt"
from release_signer
order by registered_at, name;

-- name: insertSigner
insert into release_signer (name, role, mail, public_key, registered_at, registered_by)
values ($name, $role, $mail, $publicKey, $at, $by);

-- name: endSigner
update release_signer set ended_at = $at where public_key = $publicKey;
