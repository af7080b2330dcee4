-- name: on_census_day
-- A row is a student with a stay at a place on Census Day of the year, each place once.
create or replace temp view on_census_day as
select student_id, district_cds, school_cds, census_grade as grade from student_at_place where covers_census_day;
