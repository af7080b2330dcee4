-- name: on_census_day
-- A row is a student with a stay at a place on Census Day of the year, each place once.
create or replace temp table on_census_day as
select student_id, district_cds, school_cds, grade from enrolled_on_census_day($year);
