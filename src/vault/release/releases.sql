-- name: selectAccount
-- A row is a draft that stands or a release that left, the oldest first, with what its own text says of itself.
select
  sha256 as hash, sequence, prepared_at as "preparedAt", released_at as "releasedAt",
  canonical ->> '$.supersedes' as supersedes, canonical ->> '$.embargoUntil' as "embargoUntil",
  canonical ->> '$.grant.partnership' as partnership, (canonical ->> '$.certificate.shown')::integer as shown,
  (canonical ->> '$.certificate.coded')::integer as coded,
  (canonical ->> '$.certificate.suppressed')::integer as suppressed,
  array_to_string(list_sort(list_distinct(canonical ->> '$.tables[*].measure')), ', ') as measures,
  array_to_string(list_sort(list_distinct(canonical ->> '$.tables[*].schoolYear')), ', ') as years
from release
where withdrawn_at is null
order by released_at nulls last, sequence;

-- name: selectWithdrawn
-- A row is a draft that was taken back; its text is kept no more.
select sha256 as hash, sequence, prepared_at as "preparedAt", withdrawn_at as "withdrawnAt", withdrawn_why as why
from release
where withdrawn_at is not null
order by withdrawn_at;

-- name: selectReleased
-- A row is a release that left, whole, the first first.
select sha256 as hash, canonical, released_at as "releasedAt", grant_text as "grantText"
from release
where released_at is not null
order by sequence;

-- name: selectLastReleased
-- The release that left last, whole.
select sha256 as hash, canonical, released_at as "releasedAt", grant_text as "grantText"
from release
where released_at is not null
order by sequence desc
limit 1;

-- name: selectDraft
-- The draft that stands, if one does.
select sha256 as hash, canonical, prepared_at as "preparedAt", grant_text as "grantText", preview
from release
where released_at is null and withdrawn_at is null;

-- name: insertDraft
insert into release (sha256, sequence, prepared_at, grant_text, canonical, preview)
values ($hash, $sequence, $at, $grantText, $canonical, $preview);

-- name: emptyDraft
-- A draft that is taken back keeps its name and the reason, and no figure.
update release
set withdrawn_at = $at, withdrawn_why = $why, canonical = '', preview = ''
where sha256 = $hash and released_at is null and withdrawn_at is null;

-- name: deleteSignaturesOf
-- What a draft was signed with does not hold for one that is prepared again with the very same content.
delete from release_signature where sha256 = $hash;

-- name: deleteCountsOf
delete from released_count where sha256 = $hash;

-- name: markReleased
update release set released_at = $at where sha256 = $hash and released_at is null and withdrawn_at is null;

-- name: insertDisclosure
insert into disclosure_record (disclosed_at, sha256, parties, interest, basis, signed_by)
values ($at, $hash, $parties, $interest, $basis, $signedBy);

-- name: selectDisclosures
-- A row is what was disclosed to whom and why (34 CFR 99.32).
select
  disclosed_at as "disclosedAt", sha256 as hash, parties, interest, basis, signed_by as "signedBy"
from disclosure_record
order by disclosed_at;

-- name: selectSignatures
-- A row is a signature under a draft or a release, in the order they were made.
select name, role, public_key as "publicKey", signed_at as "signedAt", signature
from release_signature
where sha256 = $hash
order by signed_at, name;

-- name: insertSignature
insert into release_signature (sha256, name, role, public_key, signed_at, signature)
values ($hash, $name, $role, $publicKey, $signedAt, $signature);

-- name: selectCountsOf
-- A row is a count as it stood when a release was prepared.
select
  measure_id as measure, school_year::integer as "schoolYear", school_cds as school, grade, student_group as "group", n,
  numerator, sum::varchar as sum, denominator::varchar as denominator
from released_count
where sha256 = $hash
order by measure_id, school_year, school_cds, grade, student_group;
