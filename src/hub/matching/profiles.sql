-- name: selectProfiles
-- a row is whom one district serves
select district_id as "districtId", school_year as "schoolYear", students, own_students as "ownStudents", own_year as "ownYear", factors
from district_profile
where district_id = any ($districtIds::uuid[]);

-- name: selectProfileSpace
-- the one row says how profiles are compared
select school_year as "schoolYear", districts, caliper, space from profile_space;

-- name: selectOutside
-- a row is a district of a live file that is compared with no other: a county office, or one without any factor of its students
with live as materialized (
  select coalesce(array_agg(s.source_id), '{}') as sources
  from source s
  join loaded_file f on f.file_id = s.file_id
  where f.superseded_at is null
)
select d.cds, d.name, d.county, substring(d.cds from 3 for 2) = '10' as "isCountyOffice"
from live, district d
left join district_profile p on p.district_id = d.district_id
where d.level = 'district'
  and (p.factors is null or p.factors = '{}'::jsonb)
  and (
    exists (
      select from cell c
      where c.district_id = d.district_id
        and c.school_id = '00000000-0000-0000-0000-000000000000'::uuid
        and c.source_id = any (live.sources)
    )
    or exists (
      select from profile_fact c
      where c.district_id = d.district_id
        and c.school_id = '00000000-0000-0000-0000-000000000000'::uuid
        and c.source_id = any (live.sources)
    )
  )
order by d.name, d.cds;
