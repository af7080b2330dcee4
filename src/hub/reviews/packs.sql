-- name: selectPacks
-- a row is a sealed pack without its content: who sealed it when, and whether it was unlocked
select k.pack_hash as hash, k.review_id as "reviewId", k.seal, k.sign_until::text as "signUntil",
  k.sealed_at as "sealedAt", s.name as "sealedBy", m.district_id as "sealedFor", u.made_at as "unlockedAt",
  b.name as "unlockedBy", u.reason as "unlockReason", u.words as "unlockWords"
from pack k
join person s on s.person_id = k.sealed_by
left join membership m on m.partnership_id = k.partnership_id and m.person_id = k.sealed_by
left join pack_unlock u on u.partnership_id = k.partnership_id and u.pack_hash = k.pack_hash
left join person b on b.person_id = u.made_by
where k.partnership_id = $partnershipId::uuid
order by k.sealed_at, k.seal;

-- name: selectSignatures
-- a row is a sponsor's signature of a pack
select g.pack_hash as hash, g.district_id as "districtId", g.role, g.signed_at as "signedAt", p.name
from pack_signature g
join person p on p.person_id = g.signed_by
where g.partnership_id = $partnershipId::uuid
order by g.signed_at;

-- name: selectKeySignatures
-- a row is a detached signature of a pack by a registered key
select district_id as "districtId", name, role, public_key as "publicKey", signed_at as "signedAt", signature
from pack_key_signature
where partnership_id = $partnershipId::uuid and pack_hash = $hash
order by made_at;

-- name: selectContent
-- a row is what a pack says, as it was sealed
select content from pack where partnership_id = $partnershipId::uuid and pack_hash = $hash;

-- name: selectPackActs
-- a row is a line of the history about a pack, oldest first
select a.partnership_id as "partnershipId", a.seq, a.at, a.person_id as "personId", p.name as "personName", a.act, a.subject,
  a.detail, encode(a.previous_hash, 'hex') as "previousHash", encode(a.hash, 'hex') as hash
from audit a
left join person p on p.person_id = a.person_id
where a.partnership_id = $partnershipId::uuid and a.subject = $subject
order by a.seq;
