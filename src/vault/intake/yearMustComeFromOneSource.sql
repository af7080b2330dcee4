-- name: selectSets
-- a row is a set of OneRoster or Ed-Fi in force of the year
select file_id, name from loaded_file
where school_year = $year and superseded_by is null and kept > 0
  and (layout = 'oneroster' or starts_with(layout, 'edfi '))
order by file_id;

-- name: yieldStudentInfo
-- takes out of a set what a SINF file of the same year says; the two below likewise
delete from student_info
where file_id = $file and exists (
  select 1 from loaded_file
  where layout = 'calpads_sinf' and school_year = $year and superseded_by is null and kept > 0
);

-- name: yieldLanguageStatus
delete from language_status
where file_id = $file and exists (
  select 1 from loaded_file
  where layout = 'calpads_sela' and school_year = $year and superseded_by is null and kept > 0
);

-- name: yieldProgramme
delete from programme
where file_id = $file and exists (
  select 1 from loaded_file
  where layout = 'calpads_sprg' and school_year = $year and superseded_by is null and kept > 0
);

-- name: selectYearsToldElsewhere
-- a row is the first line of this set in a table and year that a file of another source fills too
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
  where other.told = own.told and other.school_year = own.school_year
    and split_part(loaded_file.layout, ' ', 1) <> $source
)
order by own.line;
