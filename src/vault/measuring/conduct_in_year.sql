-- name: conduct_in_year
-- A row is a student who was enrolled at a place in the year, with what followed from incidents there: days suspended
-- in or out of school, and how often suspended or expelled. An incident elsewhere counts elsewhere.
create or replace temp table conduct_in_year as
with followed as (
  select
    result.student_id, incident.district_cds::place_code as district_cds, incident.school_cds::place_code as school_cds,
    result.result, result.days
  from incident_student as result
  join incident on incident.incident_id = result.incident_id
  where incident.school_year = $year and result.result in ('100', '110', '200')
),
placed as (
  select * from followed
  union all
  select student_id, district_cds, '00000000000000'::place_code, result, days from followed
),
summed as (
  select
    student_id, district_cds, school_cds,
    sum(days) filter (where result in ('100', '110')) as days,
    count(*) filter (where result in ('100', '110')) as suspensions,
    count(*) filter (where result = '200') as expulsions
  from placed
  group by student_id, district_cds, school_cds
)
select
  enrolled.district_cds, enrolled.school_cds, enrolled.grade, held.groups,
  coalesce(days, 0) as suspended_days, coalesce(suspensions, 0) as suspensions, coalesce(expulsions, 0) as expulsions
from enrolled_in_year as enrolled
join groups_in_year as held on held.student_id = enrolled.student_id
left join summed
  on summed.student_id = enrolled.student_id
  and summed.district_cds = enrolled.district_cds
  and summed.school_cds = enrolled.school_cds;
