-- name: enrolled_in_year
-- A row is a student who had a stay at a place in the year, however short: cumulative enrolment.
create or replace temp view enrolled_in_year as
select student_id, district_cds, school_cds, grade from student_at_place;
