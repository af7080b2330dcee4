-- name: selectExternalPartners
-- a row is an external partner as it stands, by name; of the whole partnership, or one
select o.external_partner_id as id, o.version, v.name, v.kind, v.contact_name as "contactName", v.contact_email as "contactEmail",
  v.words, v.made_at as "changedAt", p.name as "changedBy"
from external_partner o
join external_partner_version v
  on v.partnership_id = o.partnership_id and v.external_partner_id = o.external_partner_id and v.version = o.version
join person p on p.person_id = v.made_by
where o.partnership_id = $partnershipId::uuid
  and ($externalPartnerId::uuid is null or o.external_partner_id = $externalPartnerId::uuid)
order by v.name, o.external_partner_id;

-- name: insertExternalPartner
insert into external_partner (partnership_id, external_partner_id, version, made_at, made_by)
values ($partnershipId::uuid, $externalPartnerId::uuid, 1, $at::timestamptz, $personId::uuid);

-- name: advanceExternalPartner
-- a row is the partner moved on to its next version; none when somebody else moved it on first
update external_partner set version = $version::int
where partnership_id = $partnershipId::uuid and external_partner_id = $externalPartnerId::uuid and version = $version::int - 1
returning external_partner_id as id;

-- name: insertExternalPartnerVersion
insert into external_partner_version (
  partnership_id, external_partner_id, version, name, kind, contact_name, contact_email, words, made_at, made_by
)
values (
  $partnershipId::uuid, $externalPartnerId::uuid, $version::int, $name, $kind, $contactName, $contactEmail, $words,
  $at::timestamptz, $personId::uuid
);
