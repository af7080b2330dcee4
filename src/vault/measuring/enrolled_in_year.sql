-- name: enrolled_in_year
-- A row is a student who had a stay at a place in the year, however short: cumulative enrolment. The grade is that of
-- the stay which began last; of two that began on one day, the greater grade as text.
create or replace temp table enrolled_in_year as
select student_id, district_cds, school_cds, grade_name(max_by(grade, (start_date, grade))) as grade
from stay_at_level
where school_year = $year
group by student_id, district_cds, school_cds;
