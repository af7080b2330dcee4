-- name: long_term_learner
-- A row is a student who, at some place on Census Day, was a long-term English learner by Education Code 313.1 or at
-- risk of becoming one, as bits of the two groups.
create or replace temp table long_term_learner as
select student_id, group_if(bool_or(ltel6), 'LTEL6') + group_if(bool_or(arl), 'ARL') as groups
from learners_on_census_day
where ltel6 or arl
group by student_id;
