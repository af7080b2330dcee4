-- name: attendance_in_year
-- A row is a student's days at a place where the student was enrolled in the year, rows that are exempt apart. A day
-- that is not given is none.
create or replace temp table attendance_in_year as
with placed as (
  select
    student_id, district_cds::place_code as district_cds, school_cds::place_code as school_cds,
    expected_days, attended_days, out_of_school_suspension_days,
    excused_days, unexcused_days, incomplete_independent_study_days
  from attendance
  where school_year = $year and not exempt
  union all
  select
    student_id, district_cds::place_code, '00000000000000'::place_code,
    expected_days, attended_days, out_of_school_suspension_days,
    excused_days, unexcused_days, incomplete_independent_study_days
  from attendance
  where school_year = $year and not exempt
),
summed as (
  select
    student_id, district_cds, school_cds,
    sum(coalesce(expected_days, 0)) as expected,
    sum(coalesce(attended_days, 0)) as attended,
    sum(
      coalesce(out_of_school_suspension_days, 0) + coalesce(excused_days, 0) + coalesce(unexcused_days, 0)
      + coalesce(incomplete_independent_study_days, 0)
    ) as absent
  from placed
  group by student_id, district_cds, school_cds
)
select summed.district_cds, summed.school_cds, enrolled.grade, held.groups, expected, attended, absent
from summed
join enrolled_in_year as enrolled
  on enrolled.student_id = summed.student_id
  and enrolled.district_cds = summed.district_cds
  and enrolled.school_cds = summed.school_cds
join groups_in_year as held on held.student_id = summed.student_id;
