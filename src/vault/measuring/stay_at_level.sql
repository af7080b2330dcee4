-- name: stay_at_level
-- A row is a stay at a place: once at its school and once at its district, whose school_cds is 14 zeros. By this
-- every measure computes both levels from students; a district is never the sum of its schools.
create or replace temp view stay_at_level as
select student_id, school_year, district_cds, school_cds, status, grade, start_date, end_date, exit_reason
from stay
union all
select student_id, school_year, district_cds, '00000000000000'::place_code, status, grade, start_date, end_date, exit_reason
from stay;
