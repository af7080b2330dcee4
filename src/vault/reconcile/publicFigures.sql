-- name: selectFileBySha
-- a row is a public file of this content
select public_file_id::integer as file, name from public_file where sha256 = $sha256;

-- name: selectNextFile
select (coalesce(max(public_file_id), 0) + 1)::integer as file from public_file;

-- name: insertFile
insert into public_file (public_file_id, name, sha256, layout, as_of, kept, loaded_at)
values ($file, $name, $sha256, $layout, $asOf::date, $kept, $now);

-- name: updateAsOf
update public_file set as_of = $asOf::date where public_file_id = $file;

-- name: deleteReplaced
-- figures of an earlier file that this one says again
delete from public_figure as earlier
where public_file_id <> $file and exists (
  select 1 from public_figure as newer
  where newer.public_file_id = $file and newer.dataset = earlier.dataset
    and newer.measure_id = earlier.measure_id and newer.school_year = earlier.school_year
    and newer.school_cds = earlier.school_cds and newer.grade = earlier.grade
    and newer.student_group = earlier.student_group
);

-- name: selectFiles
-- a row is a public file with the figures of it that still stand
select
  file.public_file_id::integer as file, name, sha256, layout, as_of::varchar as "asOf", loaded_at as "loadedAt",
  (select count(*) from public_figure as figure where figure.public_file_id = file.public_file_id)::integer as figures
from public_file as file order by file.public_file_id;

-- name: selectFigures
-- a row is a published figure of this district or one of its schools
select
  public_file_id::integer as file, line, dataset, publisher, title, difference, measure_id as measure,
  school_year::integer as year, school_cds as school, grade, student_group as "group", seen, n, numerator, value,
  reason
from public_figure
where ($year::integer is null or school_year = $year) and ($measure::varchar is null or measure_id = $measure)
order by measure_id, school_year desc, school_cds, grade, line;

-- name: selectSchoolNames
-- a row is a school that the vault or a published figure knows
select cds, name from place where level = 'school';

-- name: selectFigureYears
-- a row is a year with published figures, and how many
select school_year::integer as year, count(*)::integer as figures from public_figure group by school_year
order by school_year desc;

-- name: selectAbsentSchools
-- a row is a school with published figures of a year of which the vault has no stay in that year
select distinct figure.school_cds as cds, figure.school_year::integer as year
from public_figure as figure
where figure.school_cds <> '00000000000000' and not exists (
  select 1 from enrolment
  where enrolment.school_cds = figure.school_cds and enrolment.school_year = figure.school_year
)
order by cds;
