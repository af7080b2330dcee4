-- name: groups_on_census_day
-- A row is a student with the groups that held on Census Day of the year.
create or replace temp table groups_on_census_day as
select held.student_id, held.groups + coalesce(long_term.groups, 0) as groups
from groups_between(census_day($year), census_day($year)) as held
left join long_term_learner as long_term on long_term.student_id = held.student_id;
