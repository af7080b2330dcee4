-- name: language_stretch
-- A row is a status of English language acquisition from its first day to the day before the student's next status.
-- Of two that begin on one day the earlier line lasts no day at all.
create or replace temp table language_stretch as
select
  student_id, status, start_date as first_day,
  coalesce(lead(start_date) over (partition by student_id order by start_date, file_id, line) - 1, date '9999-12-31')
    as last_day
from language_status;
