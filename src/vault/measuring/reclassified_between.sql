-- name: reclassified_between
-- A row is a reclassification from the first day to the last, at each place where a primary stay covers its day.
create or replace temp macro reclassified_between(from_day, to_day) as table
select
  stay.student_id, stay.district_cds, stay.school_cds, reclassified.rfep_from,
  grade_name(max_by(stay.grade, (stay.start_date, stay.grade))) as grade
from reclassified
join stay_at_level as stay on stay.student_id = reclassified.student_id
where reclassified.rfep_from between from_day and to_day
  and stay.status = '10'
  and reclassified.rfep_from between stay.start_date and stay.end_date
group by stay.student_id, stay.district_cds, stay.school_cds, reclassified.rfep_from;
