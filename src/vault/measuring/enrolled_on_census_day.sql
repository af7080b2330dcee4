-- name: enrolled_on_census_day
-- A row is a student with a stay at a place on Census Day of the year ending in y, each place once.
create or replace temp macro enrolled_on_census_day(y) as table
select student_id, district_cds, school_cds, grade_name(max_by(grade, (start_date, grade))) as grade
from stay_at_level
where school_year = y and census_day(y) between start_date and end_date
group by student_id, district_cds, school_cds;
