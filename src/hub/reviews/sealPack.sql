-- name: insertPack
insert into pack (partnership_id, pack_hash, review_id, seal, content, sign_until, sealed_at, sealed_by)
values (
  $partnershipId::uuid, $hash, $reviewId::uuid, $seal::int, $content, $signUntil::date, $at::timestamptz, $personId::uuid
);

-- name: insertPackSignature
-- a row is the signature as it was given; none when the district had signed already
insert into pack_signature (partnership_id, pack_hash, district_id, role, signed_at, signed_by)
values ($partnershipId::uuid, $hash, $districtId::uuid, $role, $at::timestamptz, $personId::uuid)
on conflict do nothing
returning pack_hash as hash;

-- name: insertKeySignature
-- a row is the detached signature as it was kept; none when this key's was there already
insert into pack_key_signature (
  partnership_id, pack_hash, public_key, district_id, name, role, signed_at, signature, made_at, made_by
)
values (
  $partnershipId::uuid, $hash, $publicKey, $districtId::uuid, $name, $role, $signedAt, $signature, $at::timestamptz,
  $personId::uuid
)
on conflict do nothing
returning pack_hash as hash;

-- name: insertUnlock
-- a row is a pack that was unlocked now; none when it was already
insert into pack_unlock (partnership_id, pack_hash, district_id, reason, words, made_at, made_by)
values ($partnershipId::uuid, $hash, $districtId::uuid, $reason, $words, $at::timestamptz, $personId::uuid)
on conflict do nothing
returning pack_hash as hash;
