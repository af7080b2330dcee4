-- name: selectPublicStatements
-- a row is something that would be said in public from a pack
select s.statement_id as id, s.pack_hash as "packHash", s.part, s.words, s.preview_from::text as "previewFrom",
  s.preview_until::text as "previewUntil", s.embargo_until::text as "embargoUntil", s.made_at as "madeAt",
  p.name as "madeBy", s.withdrawn_at as "withdrawnAt"
from public_statement s
join person p on p.person_id = s.made_by
where s.partnership_id = $partnershipId::uuid and s.pack_hash = $packHash
order by s.made_at, s.statement_id;

-- name: selectConsents
-- a row is what a district said last to a public statement
select distinct on (c.statement_id, c.district_id) c.statement_id as "statementId", c.district_id as "districtId", c.version,
  c.answer, c.reason, c.words, c.made_at as "madeAt", p.name as "madeBy"
from statement_consent c
join public_statement s on s.partnership_id = c.partnership_id and s.statement_id = c.statement_id
join person p on p.person_id = c.made_by
where c.partnership_id = $partnershipId::uuid and s.pack_hash = $packHash
order by c.statement_id, c.district_id, c.version desc;

-- name: insertPublicStatement
insert into public_statement (
  partnership_id, statement_id, pack_hash, part, words, preview_from, preview_until, embargo_until, made_at, made_by
)
values (
  $partnershipId::uuid, $statementId::uuid, $packHash, $part, $words, $previewFrom::date, $previewUntil::date,
  $embargoUntil::date, $at::timestamptz, $personId::uuid
);

-- name: insertConsent
-- a row is the answer as it was given; none when somebody else gave this version first
insert into statement_consent (
  partnership_id, statement_id, district_id, version, answer, reason, words, made_at, made_by
)
values (
  $partnershipId::uuid, $statementId::uuid, $districtId::uuid, $version::int, $answer, $reason, $words,
  $at::timestamptz, $personId::uuid
)
on conflict do nothing
returning version;

-- name: withdrawPublicStatement
-- a row is a statement that was taken back now; none when it was already
update public_statement set withdrawn_at = $at::timestamptz
where partnership_id = $partnershipId::uuid and statement_id = $statementId::uuid and withdrawn_at is null
returning statement_id as id;
