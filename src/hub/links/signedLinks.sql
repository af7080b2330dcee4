-- name: selectSignedLinks
-- a row is a signed link of the partnership, newest first; of one subject where given
select l.link_id as "id", l.kind, l.subject_id as "subjectId", l.district_id as "districtId", l.holder_name as "holderName",
  l.holder_email as "holderEmail", l.until, l.uses, l.used_at as "usedAt", l.made_at as "madeAt", p.name as "madeBy",
  l.revoked_at as "revokedAt", exists (
    select from reply_address r where r.partnership_id = l.partnership_id and r.link_id = l.link_id
  ) as "byReply"
from signed_link l
join person p on p.person_id = l.made_by
where l.partnership_id = $partnershipId::uuid and ($subjectId::uuid is null or l.subject_id = $subjectId::uuid)
order by l.made_at desc, l.link_id desc
limit $most::int;

-- name: findSignedLink
-- a row is the link of this token's hash, in whichever partnership
select l.link_id as "id", l.kind, l.subject_id as "subjectId", l.district_id as "districtId", l.holder_name as "holderName",
  l.holder_email as "holderEmail", l.until, l.uses, l.used_at as "usedAt", l.made_at as "madeAt", p.name as "madeBy",
  l.revoked_at as "revokedAt", false as "byReply", p.email as "madeByEmail", l.partnership_id as "partnershipId", s.slug, s.name as "partnership", s.is_sample as "isSample"
from signed_link_token t
join signed_link l on l.partnership_id = t.partnership_id and l.link_id = t.link_id
join partnership s on s.partnership_id = l.partnership_id
join person p on p.person_id = l.made_by
where t.token_hash = $tokenHash::bytea;

-- name: insertSignedLink
insert into signed_link (
  partnership_id, link_id, kind, subject_id, district_id, holder_name, holder_email, until, uses, made_at, made_by
)
values (
  $partnershipId::uuid, $linkId::uuid, $kind, $subjectId::uuid, $districtId::uuid, $holderName, $holderEmail, $until::date, 0,
  $at::timestamptz, $personId::uuid
);

-- name: insertSignedLinkToken
insert into signed_link_token (partnership_id, link_id, token_hash)
values ($partnershipId::uuid, $linkId::uuid, $tokenHash::bytea);

-- name: lockSignedLink
-- a row is the link, kept as it is to the end of the transaction: two who use it at once wait for each other
select uses, revoked_at is not null as "isRevoked"
from signed_link
where partnership_id = $partnershipId::uuid and link_id = $linkId::uuid
for update;

-- name: useSignedLink
update signed_link set uses = uses + 1, used_at = $at::timestamptz
where partnership_id = $partnershipId::uuid and link_id = $linkId::uuid;

-- name: revokeSignedLink
-- a row is a link that was revoked: this one and all others of its holder for the same thing; none when it was not there, or revoked already
update signed_link l set revoked_at = $at::timestamptz, revoked_by = $personId::uuid
from signed_link c
where c.partnership_id = $partnershipId::uuid and c.link_id = $linkId::uuid and c.revoked_at is null
  and l.partnership_id = $partnershipId::uuid and l.holder_email = c.holder_email and l.kind = c.kind and l.subject_id = c.subject_id
  and l.district_id is not distinct from c.district_id and l.revoked_at is null
  and ($districtId::uuid is null or l.district_id is null or l.district_id = $districtId::uuid)
returning l.holder_name as "holderName", l.kind;
