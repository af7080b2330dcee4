-- name: selectTokens
-- a row is a token by which a vault sends releases, newest first
select t.token_id as "id", d.cds, t.grant_id as "grantId", t.made_at as "madeAt", p.name as "madeBy",
  t.used_at as "usedAt", t.revoked_at as "revokedAt"
from push_token t
join district d on d.district_id = t.district_id
join person p on p.person_id = t.made_by
where t.partnership_id = $partnershipId::uuid
order by t.made_at desc, t.token_id desc;

-- name: insertToken
insert into push_token (partnership_id, token_id, district_id, grant_id, token_hash, made_at, made_by)
values (
  $partnershipId::uuid, $tokenId::uuid, $districtId::uuid, $grantId::uuid, $tokenHash, $at::timestamptz, $personId::uuid
);

-- name: revokeToken
-- a row is the token that was revoked; none when it was not there
update push_token set revoked_at = $at::timestamptz, revoked_by = $personId::uuid
where partnership_id = $partnershipId::uuid and token_id = $tokenId::uuid and district_id = $districtId::uuid
  and revoked_at is null
returning grant_id as "grantId";

-- name: useToken
-- a row is the token of this hash, unless it was revoked, in whichever partnership; it has been used now
update push_token set used_at = $at::timestamptz
where token_hash = $tokenHash and revoked_at is null
returning partnership_id as "partnershipId", token_id as "tokenId", district_id as "districtId", grant_id as "grantId";
