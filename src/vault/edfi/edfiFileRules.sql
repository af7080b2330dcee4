-- name: selectYearsToldElsewhere
-- a row is the first line of this set in a table and year that a file of another kind fills too
with own as (
  select 'enrolment' as told, school_year, min(line) as line from enrolment where file_id = $file group by school_year
  union all select 'attendance', school_year, min(line) from attendance where file_id = $file group by school_year
  union all select 'incident', school_year, min(line) from incident where file_id = $file group by school_year
  union all select 'course', school_year, min(line) from student_course where file_id = $file group by school_year
),
other as (
  select distinct 'enrolment' as told, school_year, file_id from enrolment
  union all select distinct 'attendance', school_year, file_id from attendance
  union all select distinct 'incident', school_year, file_id from incident
  union all select distinct 'course', school_year, file_id from student_course
)
select own.line
from own
where exists (
  select 1 from other join loaded_file on loaded_file.file_id = other.file_id
  where other.told = own.told and other.school_year = own.school_year and not starts_with(loaded_file.layout, 'edfi ')
)
order by own.line;

-- name: selectSetsThatSayMore
-- a row is a set that stands beside this one of the same year, because it has kinds of records that this one lacks
with own_year as (
  select school_year from enrolment where file_id = $file
  union select school_year from attendance where file_id = $file
  union select school_year from incident where file_id = $file
  union select school_year from student_course where file_id = $file
)
select null::integer as line
from loaded_file as other
where other.file_id <> $file and starts_with(other.layout, 'edfi ') and other.superseded_by is null and other.kept > 0
  and other.school_year in (select school_year from own_year);
