-- name: selectReleases
-- a row is an accepted release, newest first
select r.release_hash as "hash", d.cds, r.grant_id as "grantId", r.sequence, r.supersedes, r.made_at as "madeAt",
  r.embargo_until::text as "embargoUntil", r.signed_by as "signedBy", r.certificate, r.accepted_at as "acceptedAt"
from release r
join district d on d.district_id = r.district_id
where r.partnership_id = $partnershipId::uuid and ($hash::text is null or r.release_hash = $hash)
order by r.accepted_at desc, r.release_hash;

-- name: selectReleaseFiles
-- a row is the signed file of a release of one district, in whichever partnership, in the order of its vault
select r.release_hash as "hash", r.file
from release r
join district d on d.district_id = r.district_id
where d.cds = $cds
order by r.sequence, r.release_hash;

-- name: selectReleaseFile
-- a row is the signed file of one release
select r.file, d.cds, r.grant_id as "grantId", r.embargo_until::text as "embargoUntil"
from release r
join district d on d.district_id = r.district_id
where r.partnership_id = $partnershipId::uuid and r.release_hash = $hash;

-- name: selectReleasedTables
-- a row is a measure and year of a release: how its cells are told, of whom, and the smallest group of those that are
select t.measure_id as "measure", t.school_year as "schoolYear",
  count(c.place) filter (where c.seen = 'shown')::int as "shown",
  count(c.place) filter (where c.seen = 'coded')::int as "coded",
  count(c.place) filter (where c.seen = 'suppressed')::int as "suppressed",
  coalesce(bool_or(c.place <> d.cds), false) as "hasSchools", min(c.n) as "smallest"
from released_table t
join release r on r.partnership_id = t.partnership_id and r.release_hash = t.release_hash
join district d on d.district_id = r.district_id
left join released_cell c on c.partnership_id = t.partnership_id and c.release_hash = t.release_hash
  and c.measure_id = t.measure_id and c.school_year = t.school_year
where t.partnership_id = $partnershipId::uuid and t.release_hash = $hash
group by t.measure_id, t.school_year
order by t.measure_id, t.school_year;

-- name: insertRelease
insert into release (
  partnership_id, release_hash, district_id, grant_id, sequence, supersedes, made_at, embargo_until, signed_by, certificate,
  file, accepted_at
)
select $partnershipId::uuid, $hash, d.district_id, $grantId::uuid, $sequence::int, $supersedes, $madeAt::timestamptz,
  $embargoUntil::date, $signedBy::jsonb, $certificate::jsonb, $file, $at::timestamptz
from district d
where d.cds = $cds;

-- name: insertReleasedTable
insert into released_table (partnership_id, release_hash, measure_id, school_year, definition_hash)
values ($partnershipId::uuid, $hash, $measureId, $schoolYear::int, $definition);

-- name: insertReleasedCells
-- the cells of one table of a release
insert into released_cell (
  partnership_id, release_hash, measure_id, school_year, grade, student_group, place, seen, n, numerator, value, coded_from,
  coded_to, reason
)
select $partnershipId::uuid, $hash, $measureId, $schoolYear::int, c.grade, c."group", c.place, c.seen, c.n, c.numerator,
  c.value, c."from", c."to", c.reason
from jsonb_to_recordset($cells::jsonb) as c(
  grade text, "group" text, place text, seen text, n int, numerator int, value numeric, "from" smallint, "to" smallint,
  reason text
);
