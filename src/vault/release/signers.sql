-- name: selectSigners
-- A row is a key that may sign, or might once, and whose it is.
select name, role, public_key as "publicKey", registered_at as "registeredAt", ended_at as "endedAt"
from release_signer
order by registered_at, name;

-- name: insertSigner
insert into release_signer (name, role, public_key, registered_at) values ($name, $role, $publicKey, $at);

-- name: endSigner
update release_signer set ended_at = $at where public_key = $publicKey;
