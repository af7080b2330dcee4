-- name: reclassified_between
-- A row is a reclassification from the first day to the last, at each place where a primary stay covers its day.
create or replace temp macro reclassified_between(from_day, to_day) as table
with covering as (
  select reclassified.student_id, stay.district_cds, stay.school_cds, stay.grade, stay.start_date, rfep_from
  from reclassified
  join stay on stay.student_id = reclassified.student_id
  where rfep_from between from_day and to_day
    and stay.status = '10'
    and stay.start_date <= to_day and stay.end_date >= from_day
    and rfep_from between stay.start_date and stay.end_date
),
placed as (
  select * from covering
  union all
  select * replace ('00000000000000'::place_code as school_cds) from covering
)
select
  student_id, district_cds, school_cds, rfep_from, grade_name(max_by(grade, (start_date, grade))) as grade
from placed
group by student_id, district_cds, school_cds, rfep_from;
