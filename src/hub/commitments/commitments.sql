-- name: selectCommitments
-- a row is one commitment as it stands; of the whole partnership, or one
select c.commitment_id as id, c.district_id as "districtId", c.engagement_id as "engagementId", c.benchmark_id as "benchmarkId",
  c.contact_id as "contactId", c.version, c.made_at as "madeAt", v.step, v.state, v.what, v.due, v.owner_id as "ownerId",
  coalesce(o.name, v.owner_name) as "ownerName", coalesce(o.email, v.owner_email) as "ownerEmail", v.deputy_id as "deputyId",
  coalesce(d.name, v.deputy_name) as "deputyName", coalesce(d.email, v.deputy_email) as "deputyEmail",
  v.done_on as "doneOn", v.reason, v.words, v.made_at as "changedAt", coalesce(p.name, v.by_name) as "changedBy",
  f.due as "firstDue",
  (
    select count(*)::int from commitment_version m
    where m.partnership_id = c.partnership_id and m.commitment_id = c.commitment_id and m.step = 'moved'
  ) as "moves",
  v.owner_id is not null and not exists (
    select from membership m where m.partnership_id = c.partnership_id and m.person_id = v.owner_id
  ) as "ownerLeft"
from commitment c
join commitment_version v
  on v.partnership_id = c.partnership_id and v.commitment_id = c.commitment_id and v.version = c.version
join commitment_version f on f.partnership_id = c.partnership_id and f.commitment_id = c.commitment_id and f.version = 1
left join person o on o.person_id = v.owner_id
left join person d on d.person_id = v.deputy_id
left join person p on p.person_id = v.made_by
where c.partnership_id = $partnershipId::uuid
  and ($commitmentId::uuid is null or c.commitment_id = $commitmentId::uuid)
  and ($engagementId::uuid is null or c.engagement_id = $engagementId::uuid)
  and ($contactId::uuid is null or c.contact_id = $contactId::uuid)
order by v.due, c.commitment_id;

-- name: selectCommitmentVersions
-- a row is a commitment from one act to the next, newest first
select v.version, v.step, v.what, v.due, v.owner_name as "ownerName", v.deputy_name as "deputyName", v.done_on as "doneOn",
  v.reason, v.words, v.made_at as "madeAt", coalesce(p.name, v.by_name) as "madeBy"
from commitment_version v
left join person p on p.person_id = v.made_by
where v.partnership_id = $partnershipId::uuid and v.commitment_id = $commitmentId::uuid
order by v.version desc;

-- name: insertCommitment
insert into commitment (
  partnership_id, commitment_id, district_id, engagement_id, benchmark_id, contact_id, version, made_at, made_by
)
values (
  $partnershipId::uuid, $commitmentId::uuid, $districtId::uuid, $engagementId::uuid, $benchmarkId::uuid, $contactId::uuid, 1,
  $at::timestamptz, $personId::uuid
);

-- name: advanceCommitment
-- a row is the commitment moved on to its next version; none when somebody else moved it on first
update commitment set version = $version::int
where partnership_id = $partnershipId::uuid and commitment_id = $commitmentId::uuid and version = $version::int - 1
returning commitment_id as id;

-- name: insertCommitmentVersion
insert into commitment_version (
  partnership_id, commitment_id, version, step, state, what, due, owner_id, owner_name, owner_email, deputy_id, deputy_name,
  deputy_email, done_on, reason, words, made_at, made_by, by_name
)
values (
  $partnershipId::uuid, $commitmentId::uuid, $version::int, $step, $state, $what, $due::date, $ownerId::uuid, $ownerName,
  $ownerEmail, $deputyId::uuid, $deputyName, $deputyEmail, $doneOn::date, $reason, $words, $at::timestamptz, $personId::uuid,
  $byName
);
