-- name: reclass_rate_calpads
-- counts: rate
-- needs: enrolment, language_status
-- Reclassified from 1 July to 30 June while in a primary stay at the place (CALPADS 2.16), of the English learners
-- enrolled on Census Day and those reclassified on or before it. Only a first reclassification, after a status of EL.
create or replace temp table contribution as
with learner as (
  select enrolled.student_id, enrolled.district_cds, enrolled.school_cds, enrolled.grade
  from on_census_day as enrolled
  join language_stretch as language
    on language.student_id = enrolled.student_id
    and language.status = 'EL'
    and census_day($year) between language.first_day and language.last_day
),
counted as (
  select student_id, district_cds, school_cds, grade, 1 as n, 0 as numerator from learner
  union all
  select student_id, district_cds, school_cds, grade, (rfep_from <= census_day($year))::integer, 1
  from reclassified_between(make_date($year - 1, 7, 1), make_date($year, 6, 30))
)
select counted.district_cds, counted.school_cds, counted.grade, held.groups, n, numerator
from counted
join groups_in_year as held on held.student_id = counted.student_id;
