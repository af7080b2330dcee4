-- name: groups_in_cohort
-- A row is a student with the groups that held on some day of the four years of high school, to 15 August of the
-- year.
create or replace temp table groups_in_cohort as
select student_id, groups from groups_between(make_date($year - 4, 7, 1), make_date($year, 8, 15));
