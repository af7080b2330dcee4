-- name: selectInterimTwice
-- a row is a result of this file that an earlier line of it, or another file, has too
select new.line
from interim_result as new
where new.file_id = $file and exists (
  select 1 from interim_result as old
  where old.student_id = new.student_id and old.assessment = new.assessment
    and old.session is not distinct from new.session and old.submitted_on is not distinct from new.submitted_on
    and (old.file_id <> new.file_id or old.line < new.line)
)
order by new.line;
