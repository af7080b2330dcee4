-- name: student_at_place
-- A row is a student's year at a place, however short: what the stays there come to. grade: of the stay that began
-- last; of two that began on one day, the greater grade as text. census_grade: the same of the stays on Census Day.
-- Stays with no gap of more than 30 days between them are one stretch: one that begins up to 31 days after the last
-- day of all earlier ones goes on with it. longest_days: of the longest stretch. continuous_until: the last day of the
-- stretch that covers Census Day. returned: another stay in the district began after the last one here had ended.
-- Most students have one stay in the year: for them there is nothing to compare.
create or replace temp table student_at_place as
with in_year as (
  select
    student_id, district_cds, school_cds, grade, start_date, end_date, exit_reason,
    census_day($year) between start_date and end_date as covers_census_day
  from stay
  where school_year = $year
),
moved as (
  select student_id from in_year group by student_id having count(*) > 1
),
lone as (
  select
    student_id, district_cds, school_cds, grade_name(grade) as grade, covers_census_day,
    case when covers_census_day then end_date end as continuous_until,
    (end_date - start_date + 1)::integer as longest_days, exit_reason as last_exit_reason
  from in_year
  anti join moved on moved.student_id = in_year.student_id
),
placed as (
  select in_year.* from in_year semi join moved on moved.student_id = in_year.student_id
  union all
  select in_year.* replace ('00000000000000'::place_code as school_cds)
  from in_year
  semi join moved on moved.student_id = in_year.student_id
),
followed as (
  select
    *,
    start_date > 31 + max(end_date) over (
      partition by student_id, district_cds, school_cds order by start_date, end_date
      rows between unbounded preceding and 1 preceding
    ) as after_a_gap
  from placed
),
numbered as (
  -- Stays of the same days are peers: counted by range, they fall into one stretch.
  select
    *,
    count(*) filter (where after_a_gap) over (
      partition by student_id, district_cds, school_cds order by start_date, end_date
      range between unbounded preceding and current row
    ) as stretch
  from followed
),
stretch as (
  select
    student_id, district_cds, school_cds,
    max(end_date) as last_day, (max(end_date) - min(start_date) + 1)::integer as days,
    bool_or(covers_census_day) as covers_census_day
  from numbered
  group by student_id, district_cds, school_cds, stretch
),
stretches as (
  select
    student_id, district_cds, school_cds, max(days) as longest_days,
    max(last_day) filter (where covers_census_day) as continuous_until
  from stretch
  group by student_id, district_cds, school_cds
),
last_start as (
  select student_id, district_cds, max(start_date) as start_date from placed group by student_id, district_cds
),
several as (
  select
    student_id, district_cds, school_cds,
    grade_name(max_by(grade, (start_date, grade))) as grade,
    grade_name(max_by(grade, (start_date, grade)) filter (where covers_census_day)) as census_grade,
    bool_or(covers_census_day) as covers_census_day,
    arg_max_null(exit_reason, (start_date, end_date, coalesce(exit_reason, ''))) as last_exit_reason,
    arg_max(end_date, (start_date, end_date)) as last_end
  from placed
  group by student_id, district_cds, school_cds
)
select
  student_id, district_cds, school_cds, grade, grade as census_grade, covers_census_day, continuous_until, longest_days,
  last_exit_reason, false as returned
from lone
union all
select
  student_id, district_cds, '00000000000000'::place_code, grade, grade, covers_census_day, continuous_until, longest_days,
  last_exit_reason, false
from lone
union all
select
  student_id, district_cds, school_cds, grade, census_grade, covers_census_day, continuous_until, longest_days,
  last_exit_reason, last_start.start_date > last_end
from several
join stretches using (student_id, district_cds, school_cds)
join last_start using (student_id, district_cds);
