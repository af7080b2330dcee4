-- name: cohort_at_level
-- A row is a student of the four-year cohort, once at the deciding school and once at the district. Grades are not
-- told apart: the cohort is one class.
create or replace temp view cohort_at_level as
select * exclude (school_cds, grade), school_cds, null::varchar as grade from cohort
union all
select * exclude (school_cds, grade), '00000000000000'::place_code, null::varchar from cohort;
