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
