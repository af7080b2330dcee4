-- name: lockLoads
-- one load at a time: two could name the same district at once
select pg_advisory_xact_lock(7263346);

-- name: tuneForLoading
-- foreign keys are checked by plans made while the tables are still empty, and kept: they must not be sequential scans
select set_config('statement_timeout', '0', true), set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true);

-- name: selectLoadedFile
-- a row is a file that was loaded before, with the one that has taken its place since
select f.file_id as "fileId", f.name, f.layout, later.name as "supersededBy"
from loaded_file f
left join loaded_file later on later.file_id = f.superseded_by
where f.sha256 = $sha256;

-- name: selectKnownDistricts
-- a row is a district, a county or the state
select district_id as "districtId", cds, level, name, county, nces from district;

-- name: selectKnownSchools
-- a row is a school
select district_id as "districtId", school_id as "schoolId", cds, name from school;

-- name: selectNewestYear
-- the newest school year of the published datasets that are loaded; 0 for none
select coalesce(max(s.school_year), 0) as "newestYear"
from source s
join loaded_file f on f.file_id = s.file_id
where not s.synthetic and f.superseded_at is null;

-- name: insertLoadedFile
-- a row is a file that is being loaded; its counts come at the end
insert into loaded_file (file_id, name, sha256, bytes, layout, coverage, rows, facts, suppressed, notes, loaded_at)
values ($fileId::uuid, $name, $sha256, $bytes::bigint, $layout, '', 0, 0, 0, 0, $at::timestamptz);

-- name: upsertDistricts
-- a row is a district that is new or has new words
insert into district (district_id, cds, level, name, county, nces)
select r."districtId", r.cds, r.level, r.name, r.county, r.nces
from jsonb_to_recordset($districts::jsonb) as r ("districtId" uuid, cds text, level text, name text, county text, nces text)
on conflict (cds) do update set name = excluded.name, county = excluded.county, nces = excluded.nces;

-- name: upsertSchools
-- a row is a school that is new or has new words
insert into school (district_id, school_id, cds, name, city, charter, grade_span, enrolment, latitude, longitude)
select r."districtId", r."schoolId", r.cds, r.name, r.city, r.charter, r."gradeSpan", r.enrolment, r.latitude, r.longitude
from jsonb_to_recordset($schools::jsonb) as r (
  "districtId" uuid, "schoolId" uuid, cds text, name text, city text, charter boolean, "gradeSpan" text, enrolment int,
  latitude double precision, longitude double precision
)
on conflict (district_id, school_id) do update set
  name = excluded.name,
  city = coalesce(excluded.city, school.city),
  charter = coalesce(excluded.charter, school.charter),
  grade_span = coalesce(excluded.grade_span, school.grade_span),
  enrolment = coalesce(excluded.enrolment, school.enrolment),
  latitude = coalesce(excluded.latitude, school.latitude),
  longitude = coalesce(excluded.longitude, school.longitude);

-- name: insertSources
-- a row is a dataset of the file
insert into source (source_id, file_id, dataset, publisher, title, school_year, synthetic, difference)
select r."sourceId", $fileId::uuid, r.dataset, r.publisher, r.title, r."schoolYear", r.synthetic, r.difference
from jsonb_to_recordset($sources::jsonb) as r (
  "sourceId" uuid, dataset text, publisher text, title text, "schoolYear" int, synthetic boolean, difference text
);

-- name: insertDefinitions
-- a row is a measure's definition that was not recorded yet
insert into definition (measure_id, version, hash, words, recorded_at)
select r."measureId", r.version, r.hash, r.words, $at::timestamptz
from jsonb_to_recordset($definitions::jsonb) as r ("measureId" text, version int, hash text, words jsonb)
on conflict do nothing;

-- name: selectOtherWordings
-- a row is a definition that is recorded in other words under the same version
select d.measure_id as "measureId", d.version
from definition d
join jsonb_to_recordset($definitions::jsonb) as r ("measureId" text, version int, hash text)
  on r."measureId" = d.measure_id and r.version = d.version and r.hash <> d.hash;

-- name: insertSourceMeasures
-- a row is a measure that a dataset of the file gives
insert into source_measure (source_id, measure_id, version)
select r."sourceId", r."measureId", r.version
from jsonb_to_recordset($measures::jsonb) as r ("sourceId" uuid, "measureId" text, version int);

-- name: finishLoadedFile
update loaded_file
set coverage = $coverage, rows = $rows::bigint, facts = $facts::bigint, suppressed = $suppressed::bigint, notes = $notes::bigint
where file_id = $fileId::uuid;

-- name: selectLiveFiles
-- a row is another live file of the same layout
select file_id as "fileId", name, coverage
from loaded_file
where layout = $layout and superseded_at is null and file_id <> $fileId::uuid
order by loaded_at, file_id;

-- name: supersedeFiles
update loaded_file
set superseded_at = $at::timestamptz, superseded_by = $by::uuid
where file_id = any ($fileIds::uuid[]);
