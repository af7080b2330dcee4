-- name: selectSecuredResources
-- a row is what an external partner gives to an engagement, withdrawn ones too, oldest first; of the whole partnership, or one engagement
select r.secured_resource_id as id, r.engagement_id as "engagementId", r.external_partner_id as "partnerId", v.name as partner,
  r.what, r.amount_cents as "amountCents", r.in_kind as "inKind", r.secured_on as "securedOn", r.starts_on as "startsOn",
  r.ends_on as "endsOn", r.words, r.made_at as "madeAt", p.name as "madeBy", r.withdrawn_at as "withdrawnAt",
  r.withdrawn_words as "withdrawnWords"
from secured_resource r
join external_partner o on o.partnership_id = r.partnership_id and o.external_partner_id = r.external_partner_id
join external_partner_version v
  on v.partnership_id = o.partnership_id and v.external_partner_id = o.external_partner_id and v.version = o.version
join person p on p.person_id = r.made_by
where r.partnership_id = $partnershipId::uuid
  and ($engagementId::uuid is null or r.engagement_id = $engagementId::uuid)
order by r.secured_on, r.secured_resource_id;

-- name: insertSecuredResource
insert into secured_resource (
  partnership_id, engagement_id, secured_resource_id, external_partner_id, what, amount_cents, in_kind, secured_on, starts_on,
  ends_on, words, made_at, made_by
)
values (
  $partnershipId::uuid, $engagementId::uuid, $id::uuid, $partnerId::uuid, $what, $amountCents::bigint, $inKind, $securedOn::date,
  $startsOn::date, $endsOn::date, $words, $at::timestamptz, $personId::uuid
);

-- name: withdrawSecuredResource
-- a row is the resource that was withdrawn; none when it was withdrawn already
update secured_resource set withdrawn_at = $at::timestamptz, withdrawn_words = $words
where partnership_id = $partnershipId::uuid and engagement_id = $engagementId::uuid and secured_resource_id = $id::uuid
  and withdrawn_at is null
returning secured_resource_id as id;
