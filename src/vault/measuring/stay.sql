-- name: stay
-- A row is a stay at a school in a school year: primary (10) or short-term (30) enrolment that took place. No-shows
-- (N420, N470) and secondary enrolments (20) are none. A stay without an end lasts to 30 June.
create or replace temp view stay as
select
  student_id, school_year, district_cds::place_code as district_cds, school_cds::place_code as school_cds, status,
  grade, start_date,
  coalesce(end_date, make_date(school_year, 6, 30)) as end_date,
  exit_reason, completion, met_uc_csu, seal_of_biliteracy, transition_status, workforce_readiness,
  pre_apprenticeship, pre_apprenticeship_other, job_programme, file_id, line
from enrolment
where status in ('10', '30')
  and (exit_reason is null or exit_reason not in ('N420', 'N470'))
  and start_date <= coalesce(end_date, make_date(school_year, 6, 30));
