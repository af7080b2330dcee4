-- name: selectProfiles
-- a row is whom one district serves
select district_id as "districtId", school_year as "schoolYear", students, own_students as "ownStudents", own_year as "ownYear", factors
from district_profile
where district_id = any ($districtIds::uuid[]);

-- name: selectProfileSpace
-- the one row says how profiles are compared
select school_year as "schoolYear", districts, caliper, space from profile_space;

-- name: selectOutside
-- a row is a district that is compared with no other: a county office, or one without any factor of its students
select d.cds, d.name, d.county, substring(d.cds from 3 for 2) = '10' as "isCountyOffice"
from district d
left join district_profile p on p.district_id = d.district_id
where d.level = 'district' and (p.factors is null or p.factors = '{}'::jsonb)
order by d.name, d.cds;
