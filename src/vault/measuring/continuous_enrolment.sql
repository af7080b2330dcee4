-- name: continuous_enrolment
-- A row is a student who was enrolled at a place on Census Day, with the last day of the stretch of stays from
-- there. Whoever was tested up to 30 days after it was continuously enrolled: no gap of more than 30 days (CDE, 5
-- CCR 1039.2).
create or replace temp table continuous_enrolment as
select student_id, district_cds, school_cds, last_day
from enrolment_stretch
where on_census_day;
