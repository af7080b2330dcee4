-- name: selectClaims
-- a row is a claim as it was registered, newest first, with the fingerprint the history keeps of it
select c.claim_id as "id", c.registration, c.hash, c.registered_at as "registeredAt", p.name as "registeredBy",
  (
    select a.detail ->> 'registrationHash'
    from audit a
    where a.partnership_id = c.partnership_id and a.act = 'registered a claim' and a.subject = 'claim ' || c.claim_id
    order by a.seq
    limit 1
  ) as "hashInHistory"
from claim c
join person p on p.person_id = c.registered_by
where c.partnership_id = $partnershipId::uuid and ($claimId::uuid is null or c.claim_id = $claimId::uuid)
order by c.registered_at desc, c.claim_id desc;

-- name: insertClaim
insert into claim (partnership_id, claim_id, registration, hash, registered_at, registered_by)
values ($partnershipId::uuid, $claimId::uuid, $registration, $hash, $at::timestamptz, $personId::uuid);

-- name: selectEstimateList
-- a row is an estimate of one claim without what it found, newest first
select e.estimate_id as "id", e.data_hash as "dataHash", e.software, e.made_at as "madeAt", p.name as "madeBy"
from claim_estimate e
join person p on p.person_id = e.made_by
where e.partnership_id = $partnershipId::uuid and e.claim_id = $claimId::uuid
order by e.made_at desc, e.estimate_id desc;

-- name: selectEstimate
-- a row is what a claim's estimators found on one state of the data
select e.estimate_id as "id", e.claim_hash as "claimHash", e.data_hash as "dataHash", e.software, e.panel, e.result,
  e.made_at as "madeAt", p.name as "madeBy"
from claim_estimate e
join person p on p.person_id = e.made_by
where e.partnership_id = $partnershipId::uuid and e.claim_id = $claimId::uuid and e.estimate_id = $estimateId::uuid;

-- name: insertEstimate
-- a row is an estimate on data that this version had not run this claim on; none comes back when it had
insert into claim_estimate (
  partnership_id, estimate_id, claim_id, claim_hash, data_hash, software, panel, result, made_at, made_by
)
values (
  $partnershipId::uuid, $estimateId::uuid, $claimId::uuid, $claimHash, $dataHash, $software, $panel::jsonb, $result::jsonb,
  $at::timestamptz, $personId::uuid
)
on conflict (partnership_id, claim_id, data_hash, software) do nothing
returning estimate_id as "id";

-- name: selectNewestFindings
-- a row is a claim that was run: what its newest estimate says
select distinct on (claim_id) claim_id as "claimId", estimate_id as "estimateId", made_at as "madeAt",
  result ->> 'sentence' as sentence, result -> 'verdict' ->> 'says' as says
from claim_estimate
where partnership_id = $partnershipId::uuid
order by claim_id, made_at desc, estimate_id desc;
