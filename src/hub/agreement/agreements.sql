-- name: selectVersions
-- a row is a version of an agreement's terms, oldest first; a draft only for the district that drafts
select v.agreement_id as "agreementId", v.version, v.step, d.cds, v.terms, v.hash, v.words,
  v.made_at as "madeAt", p.name as "madeBy"
from agreement_version v
join district d on d.district_id = v.district_id
join person p on p.person_id = v.made_by
where v.partnership_id = $partnershipId::uuid and ($agreementId::uuid is null or v.agreement_id = $agreementId::uuid)
  and (v.step <> 'drafted' or v.district_id = $viewingDistrictId::uuid)
order by v.agreement_id, v.version;

-- name: selectSignatures
-- a row is the signature of one district under one version
select s.agreement_id as "agreementId", s.version, d.cds, s.hash, s.signed_at as "signedAt",
  p.name as "signedBy"
from agreement_signature s
join district d on d.district_id = s.district_id
join person p on p.person_id = s.signed_by
where s.partnership_id = $partnershipId::uuid and ($agreementId::uuid is null or s.agreement_id = $agreementId::uuid)
order by s.agreement_id, s.version, s.signed_at;

-- name: selectEnds
-- a row is the early end of an agreement, or of one of its grants
select e.agreement_id as "agreementId", e.grant_id as "grantId", d.cds, e.words,
  e.made_at as "madeAt", p.name as "madeBy"
from agreement_end e
join district d on d.district_id = e.district_id
join person p on p.person_id = e.made_by
where e.partnership_id = $partnershipId::uuid and ($agreementId::uuid is null or e.agreement_id = $agreementId::uuid)
order by e.agreement_id, e.made_at;

-- name: insertAgreement
insert into agreement (partnership_id, agreement_id, version, made_at, made_by)
values ($partnershipId::uuid, $agreementId::uuid, 1, $at::timestamptz, $personId::uuid);

-- name: lockAgreement
-- a row is the agreement, which nobody else changes until the transaction ends
select version from agreement
where partnership_id = $partnershipId::uuid and agreement_id = $agreementId::uuid
for update;

-- name: advanceAgreement
-- a row is the agreement, moved on from the version that was looked at; none when it has moved on already
update agreement set version = $version::int
where partnership_id = $partnershipId::uuid and agreement_id = $agreementId::uuid and version = $version::int - 1
returning agreement_id as "id";

-- name: insertVersion
insert into agreement_version (
  partnership_id, agreement_id, version, step, district_id, terms, hash, words, made_at, made_by
)
values (
  $partnershipId::uuid, $agreementId::uuid, $version::int, $step, $districtId::uuid, $terms, $hash, $words,
  $at::timestamptz, $personId::uuid
);

-- name: insertSignature
-- a row is the signature; none when the district has signed this version already
insert into agreement_signature (partnership_id, agreement_id, version, district_id, hash, signed_at, signed_by)
values (
  $partnershipId::uuid, $agreementId::uuid, $version::int, $districtId::uuid, $hash, $at::timestamptz, $personId::uuid
)
on conflict do nothing
returning version;

-- name: insertEnd
-- a row is the end; none when it has been ended already
insert into agreement_end (partnership_id, agreement_id, grant_id, district_id, words, made_at, made_by)
values (
  $partnershipId::uuid, $agreementId::uuid, $grantId::uuid, $districtId::uuid, $words, $at::timestamptz, $personId::uuid
)
on conflict do nothing
returning agreement_id as "id";
