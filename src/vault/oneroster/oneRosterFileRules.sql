-- name: selectEnrolledByOthers
-- a row is the first enrolment of this set in a year of which a file of another kind enrols students too
select min(enrolment.line) as line
from enrolment
where enrolment.file_id = $file and exists (
  select 1 from enrolment as other
  join loaded_file on loaded_file.file_id = other.file_id
  where other.school_year = enrolment.school_year and loaded_file.layout <> 'oneroster'
    and other.file_id <> $file
)
group by enrolment.school_year
order by 1;
