-- name: continuous_enrolment
-- A row is a student who was enrolled at a place on Census Day, with the last day of the stretch of stays from
-- there. Whoever was tested up to 30 days after it was continuously enrolled: no gap of more than 30 days (CDE, 5
-- CCR 1039.2).
create or replace temp view continuous_enrolment as
select student_id, district_cds, school_cds, continuous_until as last_day
from student_at_place
where continuous_until is not null;
