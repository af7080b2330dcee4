-- name: insertArrival
insert into release_arrival (
  partnership_id, arrival_id, district_id, via, sha256, bytes, file, state, sentences, arrived_at, person_id, token_id
)
values (
  $partnershipId::uuid, $arrivalId::uuid, $districtId::uuid, $via, $sha256, $bytes::int, $file, 'checking', '[]',
  $at::timestamptz, $personId::uuid, $tokenId::uuid
);

-- name: selectArrivals
-- a row is a file that came to the door, newest first
select a.arrival_id as "id", d.cds, a.via, a.sha256, a.bytes, a.state, a.sentences, a.release_hash as "releaseHash",
  a.arrived_at as "arrivedAt", a.decided_at as "decidedAt", p.name as "personName"
from release_arrival a
left join district d on d.district_id = a.district_id
left join person p on p.person_id = a.person_id
where a.partnership_id = $partnershipId::uuid and ($arrivalId::uuid is null or a.arrival_id = $arrivalId::uuid)
order by a.arrived_at desc, a.arrival_id desc
limit 50;

-- name: selectWaitingArrivals
-- a row is a file that is still to be checked, of whichever partnership, oldest first
select partnership_id as "partnershipId", arrival_id as "arrivalId"
from release_arrival
where state = 'checking'
order by arrived_at, arrival_id;

-- name: lockArrival
-- a row is a file that is still to be checked, which nobody else decides until the transaction ends
select a.file, d.cds, t.grant_id as "onlyGrant",
  a.token_id is not null and (t.token_id is null or t.revoked_at is not null) as "isTokenRevoked", a.via, a.person_id as "personId"
from release_arrival a
left join district d on d.district_id = a.district_id
left join push_token t on t.partnership_id = a.partnership_id and t.token_id = a.token_id
where a.partnership_id = $partnershipId::uuid and a.arrival_id = $arrivalId::uuid and a.state = 'checking'
for update of a;

-- name: decideArrival
update release_arrival
set state = $state, sentences = $sentences::jsonb, release_hash = $releaseHash, decided_at = $at::timestamptz, file = null
where partnership_id = $partnershipId::uuid and arrival_id = $arrivalId::uuid;

-- name: selectPartnershipBySlug
-- a row is a partnership
select partnership_id as "partnershipId" from partnership where slug = $slug;
