-- name: selectDistrict
-- a row is a district, a county or the state
select district_id as "districtId", cds, level, name, county, nces from district where cds = $cds;

-- name: selectDistrictById
select district_id as "districtId", cds, level, name, county, nces from district where district_id = $districtId::uuid;

-- name: selectDistricts
-- a row is a district; the counties and the state are left out
select district_id as "districtId", cds, level, name, county, nces from district where level = 'district' order by name, cds;

-- name: selectSchools
-- a row is a school of one district
select school_id as "schoolId", cds, name, city, charter, grade_span as "gradeSpan", enrolment, latitude, longitude
from school
where district_id = $districtId::uuid
order by name, cds;

-- name: selectDistrictFigures
-- the one row holds what each live source says of every slice of one district as a whole, a line a slice and source:
-- one text crosses from the embedded engine in the time of a few rows
with live as (
  select s.source_id, row_number() over (order by s.synthetic desc, f.loaded_at, s.source_id) as place
  from source s
  join loaded_file f on f.file_id = s.file_id
  where f.superseded_at is null
)
select string_agg(
  concat_ws(
    E'\t', live.place, c.measure_id, c.school_year, c.grade, c.student_group, c.source_id, c.seen,
    coalesce(c.n::text, ''), coalesce(c.numerator::text, ''), coalesce(c.value::text, ''), coalesce(c.words, '')
  ),
  E'\n'
) as lines
from cell c
join live on live.source_id = c.source_id
where c.district_id = $districtId::uuid
  and c.school_id = '00000000-0000-0000-0000-000000000000'::uuid
  and ($measureId::text is null or c.measure_id = $measureId);

-- name: selectSliceFigures
-- a row is what one live source says of one slice; the one that goes before the others comes first
select c.school_id, c.measure_id, c.school_year, c.grade, c.student_group, c.source_id, c.seen, c.n, c.numerator, c.value, c.words
from cell c
join source s on s.source_id = c.source_id
join loaded_file f on f.file_id = s.file_id
where c.district_id = $districtId::uuid
  and c.school_id = $schoolId::uuid
  and c.measure_id = $measureId
  and c.school_year = $schoolYear::int
  and c.grade = $grade
  and c.student_group = $group
  and f.superseded_at is null
order by s.synthetic, f.loaded_at desc, c.source_id desc;

-- name: selectSchoolFigures
-- a row is a slice of one school, from the live source that goes before the others
select distinct on (c.school_id, c.grade)
  c.school_id, c.measure_id, c.school_year, c.grade, c.student_group, c.source_id, c.seen, c.n, c.numerator, c.value, c.words,
  h.cds as school_cds, h.name as school_name
from cell c
join school h on h.district_id = c.district_id and h.school_id = c.school_id
join source s on s.source_id = c.source_id
join loaded_file f on f.file_id = s.file_id
where c.district_id = $districtId::uuid
  and c.measure_id = $measureId
  and c.school_year = $schoolYear::int
  and c.student_group = $group
  and f.superseded_at is null
order by c.school_id, c.grade, s.synthetic, f.loaded_at desc, c.source_id desc;

-- name: selectSources
-- a row is a dataset inside a loaded file, with the definitions its figures were loaded under
select s.source_id as "sourceId", s.dataset, s.publisher, s.title, s.school_year as "schoolYear", s.synthetic, s.difference,
  f.file_id as "fileId", f.name as "fileName", f.sha256, f.layout, f.loaded_at as "loadedAt", f.superseded_at as "supersededAt",
  coalesce(
    (
      select jsonb_agg(jsonb_build_object('measureId', m.measure_id, 'version', m.version, 'hash', d.hash) order by m.measure_id)
      from source_measure m
      join definition d on d.measure_id = m.measure_id and d.version = m.version
      where m.source_id = s.source_id
    ),
    '[]'::jsonb
  ) as definitions
from source s
join loaded_file f on f.file_id = s.file_id
where s.source_id = any ($sourceIds::uuid[])
order by s.synthetic, f.loaded_at desc, s.dataset;

-- name: selectBands
-- a row is how one slice spreads over the districts similar to this one, of one measure, one group or every one
select measure_id as "measureId", school_year as "schoolYear", grade, student_group as "group", districts,
  lowest, lower_quartile as "lowerQuartile", median, upper_quartile as "upperQuartile", highest
from band
where district_id = $districtId::uuid
  and ($measureId::text is null or measure_id = $measureId)
  and ($group::text is null or student_group = $group)
order by measure_id, school_year, grade, student_group;

-- name: selectSimilarDistricts
-- a row is a district that serves like students, nearest first
select d.district_id as "districtId", d.cds, d.name, d.county, s.distance, s.contributions
from similar_district s
join district d on d.district_id = s.similar_id
where s.district_id = $districtId::uuid
order by s.distance, d.cds;

-- name: selectProfile
-- a row is what one live source says of a fact about one district or school, in the newest year that the fact has
select "schoolYear", factor, value, words, "sourceId"
from (
  select p.school_year as "schoolYear", p.factor, p.value, p.words, p.source_id as "sourceId",
    rank() over (partition by p.factor order by p.school_year desc) as age,
    row_number() over (order by s.synthetic, f.loaded_at desc, p.source_id desc) as place
  from profile_fact p
  join source s on s.source_id = p.source_id
  join loaded_file f on f.file_id = s.file_id
  where p.district_id = $districtId::uuid and p.school_id = $schoolId::uuid and f.superseded_at is null
) as facts
where age = 1
order by factor, place;

-- name: selectAssistance
-- a row is a student group that met the state's criteria for assistance in a year, with the priorities it failed
select distinct on (a.school_year, a.student_group)
  a.school_year as "schoolYear", a.student_group as "group", a.letter, a.priorities, a.source_id as "sourceId"
from assistance a
join source s on s.source_id = a.source_id
join loaded_file f on f.file_id = s.file_id
where a.district_id = $districtId::uuid and f.superseded_at is null
order by a.school_year, a.student_group, s.synthetic, f.loaded_at desc, a.source_id desc;

-- name: selectAssistanceStatuses
-- a row is the level of state assistance one district was given in a year
select distinct on (a.school_year)
  a.school_year as "schoolYear", a.status, a.source_id as "sourceId"
from assistance_status a
join source s on s.source_id = a.source_id
join loaded_file f on f.file_id = s.file_id
where a.district_id = $districtId::uuid and f.superseded_at is null
order by a.school_year, s.synthetic, f.loaded_at desc, a.source_id desc;

-- name: selectLocalIndicators
-- a row is one district's own rating or account of itself under a state priority
select distinct on (i.school_year, i.priority, i.item)
  i.school_year as "schoolYear", i.priority, i.item, i.rating, i.words, i.source_id as "sourceId"
from local_indicator i
join source s on s.source_id = i.source_id
join loaded_file f on f.file_id = s.file_id
where i.district_id = $districtId::uuid
  and i.school_id = '00000000-0000-0000-0000-000000000000'::uuid
  and f.superseded_at is null
order by i.school_year, i.priority, i.item, s.synthetic, f.loaded_at desc, i.source_id desc;

-- name: selectMeasureSpreads
-- a row is the variance of a mean measure between the students of a group
select measure_id as "measureId", student_group as "group", within_variance as "withinVariance", pairs from measure_spread order by measure_id, student_group;

-- name: selectLoadedFiles
-- a row is a public file as it was loaded, newest first
select file_id as "fileId", name, sha256, bytes, layout, coverage, rows, facts, suppressed, notes, loaded_at as "loadedAt",
  superseded_at as "supersededAt", superseded_by as "supersededBy"
from loaded_file
order by loaded_at desc, file_id desc;

-- name: selectIsSynthetic
-- the one row says whether made-up figures of the sample are among those that similar districts are worked out from
select exists (
  select from source s
  join loaded_file f on f.file_id = s.file_id
  join source_measure m on m.source_id = s.source_id
  where s.synthetic and f.superseded_at is null and m.measure_id = 'suspension'
) as synthetic;
