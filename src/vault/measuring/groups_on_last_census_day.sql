-- name: groups_on_last_census_day
-- A row is a student with the groups that held on Census Day of the year before.
create or replace temp table groups_on_last_census_day as
select student_id, groups from groups_between(census_day($year - 1), census_day($year - 1));
