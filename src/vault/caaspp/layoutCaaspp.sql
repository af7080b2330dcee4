-- name: selectRecordsOfOtherFiles
-- a row is a record of this file whose student has one of the same test and grade in another file of the year
select new.line
from test_result as new
where new.file_id = $file and exists (
  select 1 from test_result as old
  where old.file_id <> new.file_id and old.student_id = new.student_id and old.school_year = new.school_year
    and old.test = new.test and old.grade_assessed = new.grade_assessed
)
order by new.line;
