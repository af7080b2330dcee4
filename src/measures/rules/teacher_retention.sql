-- name: teacher_retention
-- counts: rate
-- needs: staff, staff_assignment[0..1]
-- Teachers (job class 12) who teach a year later: at the same school for a school, anywhere in it for the district.
create or replace temp table contribution as
with person as (
  select staff_id, coalesce(seid, 'staff ' || staff_id) as person from staff
),
post as (
  select person, school_year, district_cds, school_cds
  from staff_assignment
  join person using (staff_id)
  where job_class = '12' and school_year in ($year, $year + 1)
),
placed as (
  select person, school_year, district_cds, school_cds from post
  union
  select person, school_year, district_cds, '00000000000000' from post
)
select
  now.district_cds, now.school_cds, null::varchar as grade, group_bit('ALL') as groups, 1 as n,
  (later.person is not null)::integer as numerator
from placed as now
left join placed as later
  on later.person = now.person
  and later.district_cds = now.district_cds and later.school_cds = now.school_cds
  and later.school_year = $year + 1
where now.school_year = $year;
