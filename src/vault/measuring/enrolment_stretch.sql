-- name: enrolment_stretch
-- A row is a stretch of stays at a place in the year with no gap of more than 30 days between them: a stay that
-- begins up to 31 days after the last day of all earlier ones goes on with the stretch. on_census_day: a stay of the
-- stretch covers Census Day itself. Stays of the same days are peers: counted by range, they fall into one stretch.
create or replace temp table enrolment_stretch as
with followed as (
  select
    student_id, district_cds, school_cds, start_date, end_date,
    start_date > 31 + max(end_date) over (
      partition by student_id, district_cds, school_cds order by start_date, end_date
      rows between unbounded preceding and 1 preceding
    ) as after_a_gap
  from stay_at_level
  where school_year = $year
),
numbered as (
  select
    student_id, district_cds, school_cds, start_date, end_date,
    count(*) filter (where after_a_gap) over (
      partition by student_id, district_cds, school_cds order by start_date, end_date
      range between unbounded preceding and current row
    ) as stretch
  from followed
)
select
  student_id, district_cds, school_cds, min(start_date) as first_day, max(end_date) as last_day,
  bool_or(census_day($year) between start_date and end_date) as on_census_day
from numbered
group by student_id, district_cds, school_cds, stretch;
