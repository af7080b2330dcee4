-- name: student_info_stretch
-- A row is what was known of a student from a day on until the next row of the student; its own end does not matter.
create or replace temp table student_info_stretch as
select
  student_id, gender, race, us_entry_date, parent_education, direct_certified, start_date as first_day,
  coalesce(lead(start_date) over (partition by student_id order by start_date, file_id, line) - 1, date '9999-12-31')
    as last_day
from student_info;
