-- name: principal_retention
-- counts: rate
-- needs: staff, staff_assignment[0..1]
-- Principals (assignment 0301) who lead the same school a year later. A school without any staff a year later has
-- closed and is left out. A person counts once in the district, as kept when kept at any school.
create or replace temp table contribution as
with person as (
  select staff_id, coalesce(seid, 'staff ' || staff_id) as person from staff
),
post as (
  select distinct person, school_year, district_cds, school_cds
  from staff_assignment
  join person using (staff_id)
  where assignment = '0301' and school_year in ($year, $year + 1)
),
judged as (
  select post.person, post.district_cds, post.school_cds, later.person is not null as kept
  from post
  left join post as later
    on later.person = post.person and later.school_cds = post.school_cds and later.school_year = $year + 1
  where post.school_year = $year
    and post.school_cds in (select school_cds from staff_assignment where school_year = $year + 1)
)
select district_cds, school_cds, null::varchar as grade, group_bit('ALL') as groups, 1 as n, kept::integer as numerator
from judged
union all
select district_cds, '00000000000000', null, group_bit('ALL'), 1, bool_or(kept)::integer
from judged
group by district_cds, person;
