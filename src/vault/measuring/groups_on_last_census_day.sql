-- name: groups_on_last_census_day
-- A row is a student who is or was an English learner, with the groups that held on Census Day of the year before.
create or replace temp table groups_on_last_census_day as
select held.student_id, held.groups
from groups_between(census_day($year - 1), census_day($year - 1)) as held
semi join language_stretch as language
  on language.student_id = held.student_id and language.status in ('EL', 'RFEP');
