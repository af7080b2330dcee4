-- name: groups_in_year
-- A row is a student with the groups that held on some day from 1 July to 30 June of the year.
create or replace temp table groups_in_year as
select held.student_id, held.groups + coalesce(long_term.groups, 0) as groups
from groups_between(make_date($year - 1, 7, 1), make_date($year, 6, 30)) as held
left join long_term_learner as long_term on long_term.student_id = held.student_id;
